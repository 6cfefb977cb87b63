using Kiln.Buildx.Builders;
using Kiln.Caching.Backends;
using Kiln.Locking;
using Kiln.Primitives;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    /// <summary>What Restore has to pin before there can be a builder; usually nothing.</summary>
    ValueList<RequiredInput> BuilderInputs(IHazContainerEngine build) =>
        BuilderImage.ToLock(build.Builder, _engine?.Platform ?? Platform.LinuxAmd64);

    async Task ProvideBuilderAsync(IStartEngine build)
    {
        var caches = build is IHazCache { Cache: var policy } ? policy.BackendsIn(CacheRun()).ToValueList() : [];
        var images = build.Images.ToValueList();
        var request = new BuilderRequest
        {
            Needs = BuilderNeeds.Of(images, caches),
            NeedsLoopback = RegistriesOf(build, caches).Any(x => x.IsLoopback),
            Image = BuilderImage.In(_inputs?.Images ?? [], build.Builder),
        };
        var provider = new BuilderProvider(Path.Combine(_build.TemporaryDirectory, "builders"), _runner, _reporter);
        _engine = await provider.ProvideAsync(build.Builder, Engine, request, CancellationToken.None);
    }

    static IEnumerable<RegistryNamespace> RegistriesOf(IStartEngine build, ValueList<CacheBackend> caches) =>
    [
        .. build is IHazRegistries { Registries: var registries } ? registries : [],
        .. build.Mirrors.Select(x => x.Replica),
        .. caches.OfType<RegistryCache>().Select(x => x.Place),
    ];
}
