using Kiln.Buildx;
using Kiln.Buildx.Bootstrapping;
using Kiln.Pushing;
using Kiln.Reporting;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    internal async Task RestoreAsync(IRestoreInputs build)
    {
        // Measured before anything is written, so that Kiln's own files never make a tree dirty.
        _ = Commit;
        var provider = new EngineProvider(EngineFolders, _runner, _reporter);
        _engine = await provider.ProvideAsync(build.EngineBootstrap, CancellationToken.None);
        if (build.EngineBootstrap == EngineBootstrap.WhenMissing && build is IHazRegistries { Registries: var registries })
        {
            foreach (var address in registries.Where(x => x.IsLoopback).Select(x => x.Registry).Distinct())
                await new LocalRegistry(EngineFolders, _runner, _reporter).EnsureAsync(address, CancellationToken.None);
        }
    }

    internal async Task BuildAsync(BuildRequest request)
    {
        var built = await new ImageBuilder(_runner, _reporter).BuildAsync(request, CancellationToken.None);
        foreach (var line in BuildSummary.Lines(built))
            _reporter.Information(line);
    }

    internal async Task PushAsync(PushRequest request)
    {
        var pushed = await new ImagePusher(_runner, _reporter).PushAsync(request, CancellationToken.None);
        foreach (var line in PushSummary.Lines(pushed))
            _reporter.Information(line);
    }

    internal async Task StopEngineAsync()
    {
        await new LocalRegistry(EngineFolders, _runner, _reporter).StopAsync(CancellationToken.None);
        await new PrivateEngine(EngineFolders, _runner, _reporter).StopAsync(CancellationToken.None);
    }
}
