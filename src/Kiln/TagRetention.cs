using System.IO.Enumeration;
using Kiln.Primitives;

namespace Kiln;

/// <summary>
/// Which tags of the build's images CleanUp takes away: those of commits, of closed requests, and what <see cref="Expires"/> names. Whatever is said
/// here, these stay: versions, tags that the build gives by name, those of branches that there are, and each image that a tag that stays leads to.
/// </summary>
public sealed record TagRetention
{
    /// <summary>How many of the newest images stay, however old they are. Default: 10; KILN1080 for fewer than one.</summary>
    public int KeepNewest { get; init => field = value >= 1 ? value : throw Invalid($"KeepNewest = {value}", "keep one at least: a repository without an image is no repository"); } = 10;

    /// <summary>From which age on an image may go, by the time that it says it was created: its commit's. Default: 30 days; KILN1080 below zero.</summary>
    public TimeSpan OlderThan { get; init => field = value >= TimeSpan.Zero ? value : throw Invalid($"OlderThan = {value}", "no image is younger than nothing"); } = TimeSpan.FromDays(30);

    /// <summary>Whether <c>pr-12</c> goes when request 12 is closed, at any age. Default: yes.</summary>
    public bool ClosedRequests { get; init; } = true;

    /// <summary>Other tags that may go like those of commits, for example <c>nightly-*</c>: <c>*</c> is any text, <c>?</c> a character. Default: none.</summary>
    public ValueList<string> Expires { get; init => field = Check(value, nameof(Expires)); }

    /// <summary>Tags that stay, in the same form, for example <c>demo-*</c>. Default: none beside those that always stay.</summary>
    public ValueList<string> Keep { get; init => field = Check(value, nameof(Keep)); }

    internal bool MayExpire(string tag) => Names(Expires, tag);

    internal bool IsKept(string tag) => Names(Keep, tag);

    static bool Names(ValueList<string> patterns, string tag) =>
        patterns.Any(x => FileSystemName.MatchesSimpleExpression(x, tag, ignoreCase: false));

    static ValueList<string> Check(ValueList<string> patterns, string property) => patterns.All(x => x.Length > 0)
        ? patterns
        : throw Invalid($"an empty text in {property}", "write a tag, or a pattern such as 'nightly-*'");

    static KilnException Invalid(string what, string remedy) =>
        new(ErrorCodes.RetentionInvalid, $"The rule for old tags has {what}: {remedy}.");
}
