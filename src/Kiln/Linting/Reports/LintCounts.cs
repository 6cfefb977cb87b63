using Kiln.Primitives;

namespace Kiln.Linting.Reports;

/// <summary>How many findings there are, in words.</summary>
static class LintCounts
{
    /// <summary>The most severe first: <c>1 error, 2 warnings</c>.</summary>
    internal static string Of(IEnumerable<LintFinding> findings)
    {
        var counts = findings.GroupBy(x => x.Severity).OrderByDescending(x => x.Key).Select(x => Count(x.Count(), x.Key)).ToArray();
        return counts.Length == 0 ? "nothing found" : string.Join(", ", counts);
    }

    static string Count(int count, Severity severity) => severity switch
    {
        Severity.Error => count == 1 ? "1 error" : $"{count} errors",
        Severity.Warning => count == 1 ? "1 warning" : $"{count} warnings",
        _ => count == 1 ? "1 note" : $"{count} notes",
    };
}
