using Kiln.Advising;
using Kiln.Buildx;
using Kiln.Linting;
using Kiln.Receipts;

namespace Kiln.Tests.Advising;

public sealed class ImageAdviserTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public void A_file_that_is_newer_than_its_build_is_told(int hours, bool isTold)
    {
        var dockerfile = _folder.Write("api/Dockerfile", "FROM debian:13-slim\nUSER 65532\n");
        var request = new LintRequest
        {
            Images = [new ImageSpec("api", _folder["api"])],
            Folders = new BuildFolders(_folder.Path, _folder["artifacts"], _folder[".nuke/temp"]),
        };
        var receipt = request.Folders.ReceiptOf(request.Images[0]);
        ReceiptFile.Write(receipt, AdvisorTests.ReceiptOn("docker.io/library/debian:13-slim", 80_000_000));
        File.SetLastWriteTimeUtc(dockerfile, File.GetLastWriteTimeUtc(receipt).AddHours(hours));

        var line = Assert.Single(ImageAdviser.Advise(request));

        Assert.Equal("Advised   api: nothing would shrink it (artifacts/reports/advice/api.md)", line);
        Assert.Equal(isTold, File.ReadAllText(_folder["artifacts/reports/advice/api.md"]).Contains("The Dockerfile was changed after this build", StringComparison.Ordinal));
    }
}
