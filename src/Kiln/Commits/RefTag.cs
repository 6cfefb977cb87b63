using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Commits;

/// <summary>From the name of a branch to a tag: git allows more in a name than a registry does.</summary>
static partial class RefTag
{
    const int Longest = 128;
    const int HashLength = 8;

    /// <summary>
    /// <c>feature/x</c> → <c>feature-x</c>. Room for <paramref name="suffix"/> is left; what is too long or has no fit character
    /// is told apart by a part of its hash.
    /// </summary>
    internal static string Of(string branch, string suffix = "")
    {
        var hash = Digest.OfBytes(Encoding.UTF8.GetBytes(branch)).Hex[..HashLength];
        var name = Unfit().Replace(branch, "-").TrimStart('.', '-');
        if (name.Length == 0)
            name = $"branch-{hash}";
        var room = Longest - suffix.Length;
        return (name.Length <= room ? name : $"{name[..(room - HashLength - 1)]}-{hash}") + suffix;
    }

    /// <summary>The tag that Push writes for what a cache calls so: <c>refs/pull/12</c> and <c>merge_request/12</c> → <c>pr-12</c>, else a branch.</summary>
    internal static string OfCacheRef(string reference) => reference.Split('/') switch
    {
        ["refs", "pull", var number] => $"pr-{number}",
        ["merge_request", var number] => $"pr-{number}",
        _ => Of(reference),
    };

    /// <summary>Whether a branch is called like a version or the beginning of one, whose tag it must not take.</summary>
    internal static bool LooksLikeVersion(string tag) => VersionLike().IsMatch(tag);

    [GeneratedRegex("[^A-Za-z0-9_.-]")]
    private static partial Regex Unfit();

    [GeneratedRegex(@"\A[0-9]+(?:\.[0-9]+){0,2}(?:[-_].*)?\z")]
    private static partial Regex VersionLike();
}
