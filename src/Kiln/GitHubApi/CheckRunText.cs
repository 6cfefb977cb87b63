using System.Text;
using Kiln.Linting;
using Kiln.Linting.Reports;
using Kiln.Primitives;
using Kiln.Reporting;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>What a check run says of all findings together.</summary>
static class CheckRunText
{
    // GitHub takes 65,535 characters.
    const int MostRows = 200;

    /// <summary>Failure where Lint ends the build, neutral where there is something to look at, success else; notes are no reason to look.</summary>
    internal static CheckConclusion Conclusion(IReadOnlyList<LintReport> reports, LintOptions options) =>
        reports.Any(x => x.CountFrom(options.FailsAt) > 0) ? CheckConclusion.Failure
        : reports.Any(x => x.CountFrom(Severity.Warning) > 0) ? CheckConclusion.Neutral
        : CheckConclusion.Success;

    /// <summary>One line: how many there are.</summary>
    internal static string Title(IReadOnlyList<LintReport> reports) =>
        reports.All(x => x.Findings.Count == 0) ? "Nothing found" : LintCounts.Of(reports.SelectMany(x => x.Findings));

    /// <summary>Markdown: how many there are in each file, and how one goes on.</summary>
    /// <param name="reports">Of all files.</param>
    /// <param name="options">From which severity on the build fails.</param>
    /// <param name="shown">How many findings are shown at their lines.</param>
    internal static string Summary(IReadOnlyList<LintReport> reports, LintOptions options, int shown)
    {
        var found = reports.Where(x => x.Findings.Count > 0).ToArray();
        if (found.Length == 0)
            return $"{(reports.Count == 1 ? "1 Dockerfile was" : $"{reports.Count} Dockerfiles were")} judged.\n";
        var text = new StringBuilder("| Dockerfile | found |\n| --- | --- |\n");
        foreach (var report in found.Take(MostRows))
            text.Append($"| {MarkdownText.Escape(report.Source.Path)} | {LintCounts.Of(report.Findings)} |\n");
        if (found.Length > MostRows)
            text.Append($"\n{found.Length - MostRows} more Dockerfiles have findings.\n");
        if (found.Sum(x => x.Findings.Count) is var all && all > shown)
            text.Append($"\nThe {shown} most severe of {all} findings are shown at their lines; all are in `artifacts/reports/lint`.\n");
        return text
            .Append($"\nThe build fails from severity '{LintText.NameOf(options.FailsAt)}' on. `./build.sh FixDockerfiles` mends what is safe to mend.\n")
            .ToString();
    }
}
