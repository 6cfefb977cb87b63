using Kiln.Components;
using Nuke.Common;
using Nuke.Common.IO;
using Packing;

partial class Build
{
    AbsolutePath PackageFolder => RootDirectory / "artifacts" / "packages";

    [Parameter("Machines for which packages also hold assemblies that are compiled in advance. Default is linux-x64, linux-arm64, osx-arm64 and win-x64")]
    readonly string[] PackRuntimes = ["linux-x64", "linux-arm64", "osx-arm64", "win-x64"];

    [Parameter("Feed that Publish sends packages to: an address or a folder. Default is nuget.org")]
    readonly string PackageFeed = "https://api.nuget.org/v3/index.json";

    [Parameter("Key of the feed that Publish sends packages to; a folder takes any"), Secret]
    readonly string? PackageFeedKey = null;

    Target Pack => _ => _
        .Description("Makes the NuGet packages of the engine in use under artifacts/packages, versioned by the newest tag")
        .Produces(PackageFolder / "*.nupkg", PackageFolder / "*.snupkg")
        .Executes(() => new PackageRun(RootDirectory, PackageFolder, TemporaryDirectory, PackRuntimes, ((IHazCommit)this).Commit?.CommitTime).RunAsync());

    Target Publish => _ => _
        .Description("Sends the packages that Pack made to a feed; what is there already stays, but for a folder's")
        .DependsOn(Pack)
        .Requires(() => PackageFeedKey)
        .Executes(async () =>
        {
            foreach (var package in OwnPackages.In(PackageFolder, "nupkg"))
                await new PackagePush(PackageFeed, PackageFeedKey!).RunAsync(package);
        });
}
