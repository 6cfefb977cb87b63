using Kiln.Buildx;

namespace Kiln.Tests.Buildx;

public sealed class BuildFoldersTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void Images_that_are_sent_the_same_are_sent_once()
    {
        var folders = new BuildFolders(_folder.Path, _folder["artifacts"], _folder["temp"]);
        _folder.Write("own.Dockerfile.dockerignore", "docs");
        var api = new ImageSpec("api", _folder.Path) { Dockerfile = "api.Dockerfile" };

        var worker = new ImageSpec("worker", _folder.Path) { Dockerfile = "worker.Dockerfile" };
        var withIgnoresOfItsOwn = new ImageSpec("own", _folder.Path) { Dockerfile = "own.Dockerfile" };
        var elsewhere = new ImageSpec("other", _folder["other"]);

        Assert.Equal(folders.ContextOf(api), folders.ContextOf(worker));
        Assert.Equal(3, new[] { api, withIgnoresOfItsOwn, elsewhere }.Select(folders.ContextOf).Distinct().Count());
    }

    public void Dispose() => _folder.Dispose();
}
