using System.Text.Json.Nodes;
using Kiln.Primitives;

namespace Kiln.Linting.Reports;

/// <summary>Findings for the widget of merge requests (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format").</summary>
static class GitLabCodeQuality
{
    internal static JsonArray Of(IEnumerable<LintReport> reports) =>
        new([.. from report in reports from finding in report.Findings select Issue(report.Source, finding)]);

    static JsonNode Issue(SourceText source, LintFinding finding) => new JsonObject
    {
        ["description"] = $"{finding.Message} {finding.Remedy}",
        ["check_name"] = finding.Rule,
        ["fingerprint"] = Unique(source, finding),
        ["severity"] = finding.Severity switch
        {
            Severity.Error => "major",
            Severity.Warning => "minor",
            _ => "info",
        },
        ["location"] = new JsonObject
        {
            ["path"] = source.Path,
            ["lines"] = new JsonObject { ["begin"] = source.PositionOf(finding.Span.Start).Line },
        },
    };

    // GitLab shows one of those that have the same fingerprint; two equal lines are two findings.
    static string Unique(SourceText source, LintFinding finding)
    {
        var text = source.TextAt(finding.Span);
        var before = text.Length == 0 ? 0 : source.Text.AsSpan(0, finding.Span.Start).Count(text);
        return LintFingerprint.Of(source, finding) + (before == 0 ? "" : $"-{before}");
    }
}
