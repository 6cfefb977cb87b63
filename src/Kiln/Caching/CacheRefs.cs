using Kiln.Primitives;

namespace Kiln.Caching;

/// <summary>The branches whose caches a run may find useful.</summary>
/// <param name="Own">What is built: a branch, a tag, <c>pull/12</c>; the only one that is written.</param>
/// <param name="Base">What a pull request is to be merged into.</param>
/// <param name="Default">The repository's default branch.</param>
public sealed record CacheRefs(string Own, string? Base = null, string? Default = null)
{
    /// <summary>In the order in which they are read: own, base, default, each once.</summary>
    public ValueList<string> ToRead =>
        new[] { Own, Base, Default }.OfType<string>().Where(x => x.Length > 0).Distinct().ToValueList();
}
