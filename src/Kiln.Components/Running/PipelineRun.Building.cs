using Kiln.Buildx;
using Kiln.Buildx.Assembling;
using Kiln.Changes;
using Kiln.Images;
using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Reporting;
using Kiln.SmokeTesting;
using Nuke.Common;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    /// <summary>Whether this run put its images together, so that there is nothing to build.</summary>
    internal bool HasAssembled { get; private set; }

    /// <summary>Whether there are images that this run is about: it built them, put them together, or was told to take those that are there.</summary>
    internal bool HasImages => _build.SucceededTargets.Concat(_build.SkippedTargets).Any(x => x.Name == nameof(IDockerBuild.DockerBuild));

    /// <summary>The platforms that are built for here; empty for all. KILN1011 for what is none.</summary>
    internal static ValueList<Platform> PlatformsOf(INukeBuild build) =>
        build is IDockerBuild { OnlyPlatforms: var names } ? names.Select(Platform.Parse).ToValueList() : [];

    /// <summary>The images that targets after DockerBuild are about, for the platforms that it built them for.</summary>
    internal static ValueList<ImageSpec> SelectedOf(IDockerBuild build)
    {
        var (all, platforms) = (build.Images.ToValueList(), PlatformsOf(build));
        return ImageSelection.Named(PlatformSelection.Narrow(all, platforms), PlatformSelection.Names(all, build.OnlyImages.ToValueList(), platforms));
    }

    internal async Task AssembleAsync(IAssemble build)
    {
        PlatformSelection.RequireWhole(PlatformsOf(build));
        var empty = new AssembleRequest { Images = [], Folders = FoldersOf(build) };
        var request = build.AssembleSettings(build.AssembleSettingsBase(empty));
        request = request with { Published = await FindPublishedAsync(build, request.Images, request.Published) };
        await new ImageAssembler(_reporter).AssembleAsync(request, CancellationToken.None);
        HasAssembled = true;
    }

    internal async Task BuildAsync(IDockerBuild build)
    {
        var request = RequestOf(build);
        request = request with { Published = await FindPublishedAsync(build, request.Images, request.Published) };
        var loader = Loads(build) ? LoaderOf(build, request) : null;
        var built = await new ImageBuilder(_runner, _reporter).BuildAsync(request, CancellationToken.None);
        var loaded = loader is null ? [] : await loader.LoadAsync(built, CancellationToken.None);
        foreach (var line in BuildSummary.Lines(built).Concat(LoadSummary.Lines(request.Engine, loaded)))
            _reporter.Information(line);
        if (SummaryPage is { } page)
            JobSummary.AppendTo(page, JobSummary.Markdown(built), _reporter);
    }

    // What a build's own settings found counts.
    async Task<ValueMap<Receipt>> FindPublishedAsync(IDockerBuild build, ValueList<ImageSpec> images, ValueMap<Receipt> found)
    {
        if (found.Count > 0 || build is not IHazRegistries { Registries: var registries })
            return found;
        var request = new ChangeRequest
        {
            Images = images,
            Folders = FoldersOf(build),
            BaseCommit = BaseCommit,
            Registries = [.. registries],
            Access = AccessOf(build),
        };
        var branch = CacheRun().Refs is { Base: { Length: > 0 } target } ? target : CacheRun().Refs.Default;
        return await new PublishedReceipts(_reporter).FindAsync(request, branch, CancellationToken.None);
    }

    internal Task SmokeTestAsync(ISmokeTest build)
    {
        var empty = new SmokeTestRequest { Images = [], Engine = Engine, Folders = FoldersOf(build) };
        return new SmokeTester(_runner, _reporter).TestAsync(build.SmokeTestSettings(build.SmokeTestSettingsBase(empty)), CancellationToken.None);
    }
}
