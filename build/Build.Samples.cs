using Kiln;
using Kiln.Components;
using Nuke.Common;

partial class Build
{
    [Parameter("The sample whose images are built: GoServer or Shop. Default is GoServer")]
    readonly Sample Sample = Sample.GoServer;

    IEnumerable<ImageSpec> IHazImages.Images => Sample switch
    {
        Sample.Shop => Shop,
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
}
