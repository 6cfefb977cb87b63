using Kiln.Buildx;
using Kiln.Commits;

namespace Kiln.Tests.Buildx;

/// <summary>Values that the tests of bake files share; nothing lies on any disk.</summary>
static class BakeSamples
{
    public static ContainerEngine Engine { get; } = new()
    {
        BuildxCommand = ["docker", "buildx"],
        EngineVersion = "28.5.2",
        BuildxVersion = new Version(0, 29, 1),
        Origin = "a test",
    };

    public static SourceCommit Commit { get; } = new(new string('c', 40), DateTimeOffset.Parse("2026-11-25T07:00:00Z"))
    {
        RemoteUrl = "https://example.com/o/r.git",
    };

    public static BuildRequest Request(string root, params ImageSpec[] images) => new()
    {
        Images = [.. images],
        Engine = Engine,
        Folders = new BuildFolders(root, Path.Combine(root, "artifacts"), Path.Combine(root, "temporary")),
    };

    public static BakeTarget Target { get; } = new("api")
    {
        Context = "/staging/contexts/api",
        Dockerfile = "/repository/api/Dockerfile",
        LayoutFolder = "/staging/layouts/api",
        Platforms = [Platform.LinuxAmd64],
    };
}
