using Kiln;
using Kiln.Locking;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Bases;

/// <summary>
/// Makes sure that the samples' base images can be had. What the local registry holds is taken from there; what an
/// origin serves is left to it; for the rest a stand-in is pushed to the local registry, from where a source policy
/// fetches it. Dockerfiles keep their usual FROM.
/// </summary>
sealed class BaseImages(RegistryNamespace registry, StandIns standIns, ValueList<BaseImage> needed)
{
    readonly RegistryClient _client = new();

    /// <summary>The mirrors that the images' build needs; none where every origin answers.</summary>
    internal async Task<IReadOnlyList<Mirror>> ProvideAsync()
    {
        var mirrors = new List<Mirror>();
        foreach (var origin in needed.GroupBy(x => x.Reference.Registry))
        {
            var missing = await MissingAsync(origin);
            if (missing.Count > 0 && (await RegistryProbe.AskAsync(origin.Key)).IsRegistry)
                continue;
            foreach (var image in missing)
                await ProvideAsync(image);
            mirrors.Add(MirrorOf(origin.Key));
        }

        return mirrors;
    }

    /// <summary>Pushes a stand-in, and before it those that it starts from.</summary>
    async Task ProvideAsync(BaseImage image)
    {
        foreach (var start in standIns.Has(image) ? [] : image.Starts)
            if (await _client.FindManifestAsync(PlaceOf(start)) is null)
                await ProvideAsync(start);
        ValueList<Mirror> mirrors = [.. image.Starts.Select(x => x.Reference.Registry).Distinct().Select(MirrorOf)];
        var layout = OciLayout.Open(await standIns.LayoutOfAsync(image, mirrors));
        var place = PlaceOf(image);
        await new LayoutPusher(_client, new PushOptions { Tags = TagPolicy.AllowMoves }).PushAsync(layout, place, [place.Tag!]);
    }

    async Task<ValueList<BaseImage>> MissingAsync(IEnumerable<BaseImage> images)
    {
        var missing = new List<BaseImage>();
        foreach (var image in images)
        {
            if (await _client.FindManifestAsync(PlaceOf(image)) is null)
                missing.Add(image);
        }

        return missing.ToValueList();
    }

    // The origins do not answer, so nobody else can say what a tag means.
    Mirror MirrorOf(string origin) => new(origin, $"{registry}/{origin}") { Authority = MirrorAuthority.Always };

    ImageReference PlaceOf(BaseImage image) => MirrorOf(image.Reference.Registry).Locate(image.Reference);
}
