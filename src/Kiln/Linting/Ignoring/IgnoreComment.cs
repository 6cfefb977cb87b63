using System.Text.RegularExpressions;
using Kiln.Primitives;

namespace Kiln.Linting.Ignoring;

/// <summary>How far a comment reaches.</summary>
enum IgnoreScope
{
    Instruction,
    Stage,
    File,
}

/// <summary>
/// A comment that takes findings back. hadolint: <c>hadolint [stage|global] ignore=DL3008,DL3015 # why</c>; Kiln writes the
/// same with its own name; Trivy: <see cref="TrivyComment"/>; ShellCheck, which BuildKit does not let see comments between the lines of a RUN:
/// <c>shellcheck disable=SC2086,SC2046</c>.
/// </summary>
sealed partial record IgnoreComment(IgnoreScope Scope, ValueList<string> Rules)
{
    /// <summary>From then on it takes nothing back. Default: never.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>Those that a comment holds: none for prose, several only of Trivy's.</summary>
    public static IReadOnlyList<IgnoreComment> In(string comment) =>
        comment.StartsWith(TrivyComment.Start, StringComparison.Ordinal) ? TrivyComment.In(comment) : Parse(comment) is { } one ? [one] : [];

    static IgnoreComment? Parse(string comment)
    {
        if ((comment.StartsWith("kiln", StringComparison.Ordinal) ? Ours() : Hadolints()).Match(comment) is { Success: true } match)
            return new IgnoreComment(ScopeOf(match.Groups["scope"].Value), [.. match.Groups["rules"].Value.Split(',', StringSplitOptions.TrimEntries)]);
        if (ShellCheck().Match(comment) is { Success: true } directive)
            return new IgnoreComment(IgnoreScope.Instruction, [.. directive.Groups["rules"].Value.Split(',')]);
        return null;
    }

    static IgnoreScope ScopeOf(string word) => word switch
    {
        "stage" => IgnoreScope.Stage,
        "global" or "file" => IgnoreScope.File,
        _ => IgnoreScope.Instruction,
    };

    [GeneratedRegex(@"^kiln[ \t]+((?<scope>stage|global|file)[ \t]+)?ignore[ \t]*=[ \t]*(?<rules>[\w-]+([ \t]*,[ \t]*[\w-]+)*)[ \t]*(#.*)?$")]
    private static partial Regex Ours();

    // With a name that is none of its rules, hadolint takes the whole comment for prose.
    [GeneratedRegex(@"^hadolint[ \t]+((?<scope>stage|global)[ \t]+)?ignore[ \t]*=[ \t]*(?<rules>[DLSC]+\d+([ \t]*,[ \t]*[DLSC]+\d+)*)[ \t]*(#.*)?$")]
    private static partial Regex Hadolints();

    [GeneratedRegex(@"^shellcheck[ \t]+([^#]*[ \t])?disable=(?<rules>SC\d{4}(,SC\d{4})*)(?![\w-])")]
    private static partial Regex ShellCheck();
}
