using Kiln.Primitives;

namespace Kiln.Linting.Reports;

/// <summary>
/// Commands to GitHub's runner that show findings beside the lines of a pull request
/// (docs.github.com/actions/reference/workflows-and-actions/workflow-commands, "Setting an error message").
/// </summary>
static class GitHubAnnotations
{
    internal static IEnumerable<string> Of(IEnumerable<LintReport> reports) =>
        from report in reports from finding in report.Findings.OrderByDescending(x => x.Severity) select Line(report.Source, finding);

    static string Line(SourceText source, LintFinding finding)
    {
        var (start, end) = (source.PositionOf(finding.Span.Start), source.PositionOf(finding.Span.End));
        var kind = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        // The runner takes columns only for one line.
        var columns = start.Line == end.Line ? $",col={start.Column},endColumn={end.Column}" : "";
        return $"::{kind} file={Property(source.Path)},line={start.Line},endLine={end.Line}{columns},title={finding.Rule}::{Data($"{finding.Message} {finding.Remedy}")}";
    }

    static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
