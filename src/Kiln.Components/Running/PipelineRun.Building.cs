using Kiln.Buildx;
using Kiln.Buildx.Loading;
using Kiln.Primitives;
using Kiln.Reporting;
using Kiln.SmokeTesting;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    internal async Task BuildAsync(IDockerBuild build)
    {
        var request = RequestOf(build);
        var loader = build.LoadImages ?? !_build.IsServerBuild
            ? ImageLoader.Begin(LoadRequestOf(build, request), _runner, _reporter, CancellationToken.None)
            : null;
        var built = await new ImageBuilder(_runner, _reporter).BuildAsync(request, CancellationToken.None);
        var loaded = loader is null ? [] : await loader.LoadAsync(built, CancellationToken.None);
        foreach (var line in BuildSummary.Lines(built).Concat(LoadSummary.Lines(request.Engine, loaded)))
            _reporter.Information(line);
        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } page)
            JobSummary.AppendTo(page, built, _reporter);
    }

    internal Task SmokeTestAsync(ISmokeTest build)
    {
        var empty = new SmokeTestRequest { Images = [], Engine = Engine, Folders = FoldersOf(build) };
        return new SmokeTester(_runner, _reporter).TestAsync(build.SmokeTestSettings(build.SmokeTestSettingsBase(empty)), CancellationToken.None);
    }

    static LoadRequest LoadRequestOf(IDockerBuild build, BuildRequest request) => new()
    {
        Engine = request.Engine,
        Images = request.Images,
        Commit = request.Commit,
        Tags = build is IPush push ? push.ImageTags.ToValueList() : [],
        IsRequired = build.LoadImages == true,
    };
}
