using Kiln.Buildx;
using Kiln.Buildx.Bootstrapping;
using Kiln.Images;
using Kiln.Primitives;
using Kiln.Promoting;
using Kiln.Pushing;
using Kiln.Reporting;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    internal async Task StartEngineAsync(IStartEngine build)
    {
        await using var provider = ProviderOf(build);
        provider.Ask(CancellationToken.None);
        // Measured before anything is written, so that Kiln's own files never make a tree dirty.
        _ = Commit;
        RequireSound(build);
        await RequireScannersAsync(build);
        _engine = await provider.ProvideAsync(build.EngineBootstrap, CancellationToken.None);
        if (build.EngineBootstrap == EngineBootstrap.WhenMissing && build is IHazRegistries { Registries: var registries })
        {
            foreach (var address in registries.Where(x => x.IsLoopback).Select(x => x.Registry).Distinct())
                await new LocalRegistry(EngineFolders, _runner, _reporter).EnsureAsync(address, CancellationToken.None);
        }

        if (BuilderInputs(build).Count == 0)
            await ProvideBuilderAsync(build);
        AskForImages(build);
    }

    // What the user has to mend is said before an engine is used, let alone started.
    void RequireSound(IStartEngine build)
    {
        ImageChecks.Require(build.Images.ToValueList());
        if (build is IDockerBuild building)
            SelectedOf(building);
        if (build is IPush push && WillRun(nameof(IPush.Push)))
        {
            PlatformSelection.RequireWhole(PlatformsOf(build));
            PushChecks.Require(RequestOf(push));
        }
    }

    bool WillRun(string target) => _build.ExecutionPlan.Except(_build.SkippedTargets).Any(x => x.Name == target);

    internal async Task PushAsync(IPush build)
    {
        var pushed = await new ImagePusher(_reporter).PushAsync(RequestOf(build), CancellationToken.None);
        foreach (var line in PushSummary.Lines(pushed))
            _reporter.Information(line);
    }

    internal async Task PromoteAsync(IPromote build)
    {
        var first = build.Registries.First();
        var empty = new PromoteRequest { Images = [], From = first, To = [], Folders = FoldersOf(build) };
        var promoted = await ImagePromoter.PromoteAsync(build.PromoteSettings(build.PromoteSettingsBase(empty)), CancellationToken.None);
        foreach (var line in promoted.SelectMany(PushSummary.Lines))
            _reporter.Information(line);
    }

    internal async Task StopEngineAsync()
    {
        await new LocalRegistry(EngineFolders, _runner, _reporter).StopAsync(CancellationToken.None);
        await new PrivateEngine(EngineFolders, _runner, _reporter).StopAsync(CancellationToken.None);
    }
}
