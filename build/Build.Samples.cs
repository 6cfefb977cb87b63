using Kiln;
using Kiln.Components;
using Nuke.Common;

partial class Build
{
    [Parameter("The sample whose images are built: GoServer, Shop, Languages or Lessons. Default is GoServer")]
    readonly Sample Sample = Sample.GoServer;

    IEnumerable<ImageSpec> IHazImages.Images => Sample switch
    {
        Sample.Shop => Shop,
        Sample.Languages => Asked(Languages),
        Sample.Lessons => Asked(Lessons),
        _ => GoServer,
    };

    static IEnumerable<ImageSpec> GoServer =>
    [
        new("go-server", RootDirectory / "samples" / "go-server")
        {
            Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
            SingleStage = "build",
            Network = BuildNetwork.None,
        },
    ];

    // Their Dockerfiles say which is made from which, so the order here means nothing.
    static IEnumerable<ImageSpec> Shop => new[] { "library", "runtime", "api", "worker", "web", "gateway" }
        .Select(x => new ImageSpec($"shop-{x}", RootDirectory / "samples" / "shop" / x) { Network = BuildNetwork.None });

    // These have a base each, which takes minutes to make where it cannot be had: the lock needs those alone that are asked for.
    IEnumerable<ImageSpec> Asked(IEnumerable<ImageSpec> images) =>
        ((IDockerBuild)this).OnlyImages is { Length: > 0 } only ? images.Where(x => only.Contains(x.Name)) : images;

    // Each Dockerfile is what Scaffold wrote. Steps that fetch packages need the network.
    static IEnumerable<ImageSpec> Languages => new[] { "go", "node", "site", "python", "java", "rust", "dotnet", "dotnet-trimmed" }
        .Select(x => new ImageSpec($"language-{x}", RootDirectory / "samples" / "languages" / x) { SingleStage = "build", SmokeTest = new() { Port = 8080, Path = "/" } });

    static IEnumerable<ImageSpec> Lessons =>
        from lesson in new[] { ("multi-stage", "go"), ("base-image", "go"), ("layer-order", "node"), ("dockerignore", "node"), ("non-root", "python"), ("pinned", "go"), ("latest", "go") }
        from side in new[] { "before", "after" }
        select new ImageSpec($"lesson-{lesson.Item1}-{side}", RootDirectory / "samples" / "languages" / lesson.Item2)
        {
            Dockerfile = RootDirectory / "samples" / "lessons" / $"{lesson.Item1}.{side}.Dockerfile",
        };
}
