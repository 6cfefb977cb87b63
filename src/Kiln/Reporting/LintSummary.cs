using Kiln.Linting;
using Kiln.Linting.Reports;
using Kiln.Primitives;

namespace Kiln.Reporting;

/// <summary>Findings in Dockerfiles for people: what matters in full, notes by a line.</summary>
public static class LintSummary
{
    /// <summary>Warnings and errors with their source, notes in one line each, then a line for each file.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<LintReport> reports)
    {
        foreach (var report in reports)
        {
            foreach (var finding in report.Findings.Where(x => x.Severity > Severity.Information))
                foreach (var line in LintText.Of(report.Source, finding).TrimEnd('\n').Split('\n'))
                    yield return line;
            foreach (var finding in report.Findings.Where(x => x.Severity == Severity.Information))
                yield return LintText.Of(report.Source, finding).Split('\n')[0];
        }

        foreach (var report in reports)
            yield return $"Linted    {report.Source.Path}: {LintCounts.Of(report.Findings)}";
    }

    /// <summary>What was mended, a line each.</summary>
    public static IEnumerable<string> FixedLines(IReadOnlyList<LintReport> changed)
    {
        foreach (var report in changed)
            foreach (var finding in report.Findings)
                yield return $"Fixed     {report.Source.Path}:{report.Source.PositionOf(finding.Span.Start).Line}: {finding.Rule}: {finding.Message}";
        if (changed.Count == 0)
            yield return "Fixed     nothing: there is no finding that has a safe fix";
    }

    /// <summary>Commands that show findings beside their lines in a pull request on GitHub.</summary>
    public static IEnumerable<string> GitHubCommands(IReadOnlyList<LintReport> reports) => GitHubAnnotations.Of(reports);
}
