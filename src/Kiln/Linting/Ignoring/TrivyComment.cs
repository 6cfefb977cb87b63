using System.Globalization;

namespace Kiln.Linting.Ignoring;

/// <summary>
/// Trivy's comments: <c>trivy:ignore:DS-0002</c>, <c>trivy:ignore:AVD-DS-0002</c> or <c>trivy:ignore:DS002</c>, each perhaps with the day on which it ends, as
/// <c>trivy:ignore:DS-0002:exp:2026-12-31</c>; several stand beside each other.
/// </summary>
static class TrivyComment
{
    public const string Start = "trivy:ignore:";

    public static IReadOnlyList<IgnoreComment> In(string comment) =>
    [
        .. comment.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Where(x => x.StartsWith(Start, StringComparison.Ordinal)).Select(x => Of(x.Split(':')[2..])).OfType<IgnoreComment>(),
    ];

    // With a day that nobody can read, Trivy ignores nothing.
    static IgnoreComment? Of(string[] sections)
    {
        if (NumberOf(sections[0]) is not { } number)
            return null;
        var rule = new IgnoreComment(IgnoreScope.Instruction, [$"DS-{number:0000}"]);
        var at = Array.IndexOf(sections, "exp");
        if (at < 1)
            return rule;
        return at + 1 < sections.Length
            && DateTimeOffset.TryParseExact(sections[at + 1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
                ? rule with { Ends = day }
                : null;
    }

    static int? NumberOf(string id)
    {
        var name = id.StartsWith("AVD-", StringComparison.Ordinal) ? id[4..] : id;
        return name.StartsWith("DS", StringComparison.Ordinal)
            && int.TryParse(name[2..].TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
