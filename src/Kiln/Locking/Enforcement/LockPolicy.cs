using Kiln.Primitives;

namespace Kiln.Locking.Enforcement;

/// <summary>From pinned sources to a policy that lets nothing else pass.</summary>
public static class LockPolicy
{
    const string ImageScheme = "docker-image://";

    // All that a Dockerfile can make BuildKit fetch; the context and other targets of the build are not among it.
    static readonly ValueList<string> FromOutside = ["docker-image://*", "http://*", "https://*", "git://*"];

    /// <summary>Refuses all, and then allows each source, converted to what is pinned.</summary>
    public static SourcePolicy Of(IEnumerable<PinnedSource> sources) => new()
    {
        Rules = FromOutside.Select(PolicyRule.Deny).Concat(sources.SelectMany(RulesOf)).Distinct().ToValueList(),
    };

    static IEnumerable<PolicyRule> RulesOf(PinnedSource source) => source switch
    {
        PinnedSource.Image image => RulesOf(image),
        PinnedSource.Url { Checksum: { } checksum } url =>
        [
            PolicyRule.Demand(url.Address, [new("http.checksum", checksum.ToString())]),
            PolicyRule.AllowExactly(url.Address),
        ],
        PinnedSource.Url url => [PolicyRule.AllowExactly(url.Address)],
        PinnedSource.Git git when git.Identifier == git.Pinned => [PolicyRule.AllowExactly(git.Pinned)],
        PinnedSource.Git git => [PolicyRule.Convert(git.Identifier, git.Pinned), PolicyRule.AllowExactly(git.Pinned)],
        PinnedSource.Float free => FormsOf(free).Select(PolicyRule.Allow),
        _ => throw new InvalidOperationException($"{source} is no source."),
    };

    // The tag alone, never 'golang:1.24*': that would take golang:1.24-alpine too. BuildKit asks once by tag and again by
    // tag and digest, so both forms lead to the place.
    static IEnumerable<PolicyRule> RulesOf(PinnedSource.Image image)
    {
        var place = IdentifierOf(image.Place);
        var forms = new[] { image.Written, image.Written.WithDigest(image.Place.Digest!) };
        return forms.Select(IdentifierOf).Distinct().Where(x => x != place)
            .Select(x => PolicyRule.Convert(x, place))
            .Append(PolicyRule.AllowExactly(place));
    }

    // A floating image too is asked for a second time by tag and digest, and nobody knows the digest beforehand.
    static IEnumerable<string> FormsOf(PinnedSource.Float free) =>
        free.Wildcard.StartsWith(ImageScheme, StringComparison.Ordinal) && !free.Wildcard.EndsWith('*')
            ? [free.Wildcard, $"{free.Wildcard}@*"]
            : [free.Wildcard];

    static string IdentifierOf(ImageReference image) => $"{ImageScheme}{image}";
}
