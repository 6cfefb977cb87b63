using Kiln;
using Kiln.Components;
using Kiln.Primitives;
using Kiln.Scanning.Gating;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;

class Build : NukeBuild, IContainerPipeline
{
    public static int Main() => Execute<Build>(x => ((IDockerBuild)x).DockerBuild);

    // #region images
    // 'FROM base' in the other Dockerfiles means the first of these, so the order here means nothing.
    IEnumerable<ImageSpec> IHazImages.Images =>
    [
        new("base", RootDirectory / "base"),
        Service("api") with { SizeBudget = new SizeBudget { Compressed = 20_000_000 } },
        Service("site") with { SizeBudget = new SizeBudget { Growth = SizeGrowth.OfPercent(10, over: "sizes") } },
    ];
    // #endregion

    // #region sizes
    /// <summary>Run after a release and committed, so that a change is compared with what people have.</summary>
    Target KeepSizes => _ => _
        .Description("Keeps the receipts of all images under sizes/, for budgets to compare with")
        .DependsOn<IDockerBuild>(x => x.DockerBuild)
        .Executes(() =>
        {
            foreach (var receipt in (((IHazArtifacts)this).ArtifactsDirectory / "images").GlobFiles("*.receipt.json"))
                receipt.CopyToDirectory((RootDirectory / "sizes").CreateDirectory(), ExistsPolicy.FileOverwrite);
        });
    // #endregion

    // #region tags
    // The commit names an image for good; the branch's tag moves with it; v1.4.2 also moves 1.4 and 1.
    ImageSpec Service(string name) => new(name, RootDirectory / name) { Tags = [ImageTag.Commit, ImageTag.Branch, ImageTag.Version] };
    // #endregion

    IEnumerable<RegistryNamespace> IHazRegistries.Registries => ["registry.example.com/shop"];

    // #region gate
    ScanGate IScan.ScanGate => new()
    {
        OnlyFixed = true,
        Exemptions = [new Exemption("CVE-2024-0001", "The code that it needs is never called; see issue 17", new DateOnly(2027, 3, 31)) { Image = "api" }],
    };
    // #endregion
}
