using Kiln.Dockerfiles;
using Kiln.Locking.Enforcement;
using Kiln.Locking.Needs;
using Kiln.Locking.Resolution;
using Kiln.Primitives;

namespace Kiln.Locking.Restoring;

/// <summary>What a build needs, without what may float, beside a lock.</summary>
sealed class LockedNeeds
{
    readonly BuildNeeds _needs;

    LockedNeeds(BuildNeeds needs, ValueList<FloatingInput> floating, ValueList<RequiredInput> required) =>
        (_needs, Floating, Required) = (needs, floating, required);

    /// <summary>Those of the floats that the build has.</summary>
    internal ValueList<FloatingInput> Floating { get; }

    internal ValueList<RequiredInput> Required { get; }

    internal ValueList<ImageStep> Steps => _needs.Steps;

    internal ValueList<string> Objections => _needs.Objections;

    internal static LockedNeeds Of(RestoreRequest request)
    {
        var needs = BuildNeeds.Of(request.Images, request.BuildPlatform, request.Root);
        var required = needs.Required.Concat(request.Others).ToValueList();
        var floating = request.Floats.Where(x => required.Any(y => x.Covers(IdentifierOf(y)))).ToValueList();
        return new LockedNeeds(needs, floating, required.Where(x => !floating.Any(y => y.Covers(IdentifierOf(x)))).ToValueList());
    }

    /// <summary>Each image of the lock that is needed.</summary>
    internal IEnumerable<(RequiredInput.Image Image, LockedImage Entry)> ImagesIn(KilnLock content) => Required
        .OfType<RequiredInput.Image>()
        .Where(x => content.Images.ContainsKey(x.Key))
        .Select(x => (x, content.Images[x.Key]));

    /// <summary>What each image takes from the lock, by the image's name; each input once, by name.</summary>
    internal ValueMap<ValueList<LockedInput>> InputsIn(KilnLock content) => _needs.Uses
        .Where(x => Required.Contains(x.Input))
        .GroupBy(x => x.Image)
        .Select(x => KeyValuePair.Create(x.Key, x
            .Select(y => new LockedInput(y.Input.Key, PinOf(y.Input, content)))
            .Distinct().OrderBy(y => y.Name, StringComparer.Ordinal).ToValueList()))
        .ToValueMap();

    static string PinOf(RequiredInput input, KilnLock content) => input switch
    {
        RequiredInput.Image => content.Images[input.Key].Digest.ToString(),
        RequiredInput.Url => content.Urls[input.Key].Checksum.ToString(),
        RequiredInput.Git => content.Gits[input.Key].Commit,
        _ => throw new InvalidOperationException($"{input} is no input."),
    };

    /// <summary>Everything that may be fetched.</summary>
    internal IEnumerable<PinnedSource> SourcesIn(KilnLock content, IReadOnlyDictionary<string, ImagePlace> places) =>
    [
        .. Required.OfType<RequiredInput.Image>().DistinctBy(x => x.Key)
            .Select(x => new PinnedSource.Image(x.Reference, places[x.Key].Reference)),
        .. Required.OfType<RequiredInput.Url>().DistinctBy(x => x.Key)
            .Select(x => new PinnedSource.Url(x.Address, content.Urls[x.Key].Checksum)),
        .. Required.OfType<RequiredInput.Git>()
            .Select(x => new PinnedSource.Git(IdentifierOf(x), IdentifierOf(x with { Reference = content.Gits[x.Key].Commit }))),
        .. _needs.SelfPinned,
        .. Floating.Select(x => new PinnedSource.Float(x.Wildcard)),
    ];

    static string IdentifierOf(RequiredInput input) => input switch
    {
        RequiredInput.Image image => $"docker-image://{image.Key}",
        RequiredInput.Url url => url.Address,
        RequiredInput.Git git => new RemoteSource.Git(git.Remote, git.Reference, git.Subdirectory).PolicyIdentifier,
        _ => throw new InvalidOperationException($"{input} is no input."),
    };
}
