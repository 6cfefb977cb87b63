using System.Text.RegularExpressions;

namespace Kiln.Caching;

/// <summary>A tag that <see cref="Backends.RegistryCache"/> gave to a cache, read back: the platforms, and the ref in the form of a tag.</summary>
sealed partial record CacheTag(string Platforms, string Ref)
{
    /// <summary>The number of the pull or merge request that the cache is of; null where it is of none.</summary>
    internal string? Request => RequestForm().Match(Ref) is { Success: true } found
        && found.Groups["number"].Value is var number
        && (IsOf($"refs/pull/{number}") || IsOf($"merge_request/{number}")) ? number : null;

    /// <summary>Null for a tag of another kind: nobody knows what that is for.</summary>
    internal static CacheTag? Read(string tag) =>
        tag.Split('.', 2) is [var platforms, var reference] && reference.Length > 0 && ArePlatforms(platforms) ? new(platforms, reference) : null;

    /// <summary>Whether it is the cache of a branch, a git tag or a request.</summary>
    internal bool IsOf(string reference) => RefName.Of(reference) == Ref;

    // Names that were too long keep their beginning.
    static bool ArePlatforms(string text) =>
        CacheScope.IsBeside(text) || Platform.TryParse(text.Split('_')[0].Replace('-', '/'), out _);

    [GeneratedRegex(@"\A(?:refs-pull|merge_request)-(?<number>[0-9]+)-[0-9a-f]+\z")]
    private static partial Regex RequestForm();
}
