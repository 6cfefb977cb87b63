using System.Text;
using System.Text.Json;
using Kiln.Buildx;
using Kiln.Changes;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Referrers;
using Kiln.Receipts;
using Kiln.Scanning;
using Kiln.Tests.Buildx;
using Kiln.Tests.Oci;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Changes;

public sealed class ChangeFinderTests : IDisposable
{
    const string Base = "0123456789abcdef0123456789abcdef01234567";

    readonly TemporaryFolder _folder = new();
    readonly FakeRegistry _registry = new() { KnowsReferrers = true };
    readonly Said _said = new();

    public void Dispose()
    {
        _registry.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_base_is_read_from_what_was_attached_to_the_image_of_its_commit(bool listsConfigurations)
    {
        _registry.ListsConfigurations = listsConfigurations;
        await PushBaseAsync("api");
        LeaveReceipt();

        var change = Assert.Single(await FindAsync());

        Assert.Equal(10_000_000, change.Before?.Receipt.Platforms[0].CompressedSize);
        Assert.Equal(["CVE-1"], change.Fixed.Select(x => x.Id));
        Assert.Equal(-4_000_000, change.GrowthToPull);
    }

    [Fact]
    public async Task A_base_that_is_not_there_or_cannot_be_read_is_told_and_compared_with_nothing()
    {
        LeaveReceipt();
        Assert.Null(Assert.Single(await FindAsync()).Before);
        _registry.Fault = async context =>
        {
            await FakeRegistry.AnswerAsync(context, 418, "no");
            return true;
        };
        Assert.Null(Assert.Single(await FindAsync()).Before);

        Assert.Contains("is not there or carries no receipt", _said.Lines[0]);
        Assert.StartsWith("warning: The base of 'api' is not known", _said.Lines[1]);
    }

    [Fact]
    public async Task What_was_not_built_is_not_told_of() => Assert.Empty(await FindAsync());

    async Task<ImageChange[]> FindAsync() =>
    [
        .. await new ChangeFinder(_said).FindAsync(
            new ChangeRequest
            {
                Images = [new ImageSpec("api", "api")],
                Folders = Folders,
                BaseCommit = Base,
                Registries = [RegistryNamespace.Parse($"{_registry.Address}/acme")],
            },
            CancellationToken.None),
    ];

    BuildFolders Folders => new(_folder.Path, _folder["artifacts"], _folder["temporary"]);

    void LeaveReceipt()
    {
        Directory.CreateDirectory(Folders.Images);
        ReceiptFile.Write(Folders.ReceiptOf(new ImageSpec("api", "api")), Receipt(12));
    }

    async Task PushBaseAsync(string name)
    {
        var report = new ScanReport
        {
            Image = name,
            Platform = Platform.LinuxAmd64,
            Config = Digest.OfBytes([5]),
            Scanner = new ScannerIdentity("trivy", "1"),
            ScannedAt = DateTimeOffset.UnixEpoch,
            Findings = [new Finding("CVE-1", FindingClass.Language, FindingSeverity.Low)],
        };
        var layout = TestLayout.OfTwoPlatforms(_folder["layout"]);
        using var client = new RegistryClient();
        await new LayoutPusher(client, new PushOptions
        {
            Attachments =
            [
                new Attachment("application/vnd.kiln.receipt.v1+json", ReceiptFile.ToBytes(Receipt(20))),
                new Attachment("application/vnd.kiln.scan-report.v1+json", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(report, ScanJson.Default.ScanReport))),
            ],
        }).PushAsync(layout, _registry.Image($"acme/{name}"), [Base[..12]]);
    }

    static Receipt Receipt(double megabytes) => ReceiptSamples.Receipt("api", ReceiptSamples.Platform(Platform.LinuxAmd64, ReceiptSamples.Layer(1, megabytes, null)));
}
