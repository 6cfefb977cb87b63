using System.Text.Json.Nodes;
using Kiln.Primitives;

namespace Kiln.Linting.Reports;

/// <summary>Findings as JSON for tools: lines and columns count from one, the end is the first character behind.</summary>
static class LintJson
{
    const int Version = 1;

    internal static JsonObject Of(IEnumerable<LintReport> reports) => new()
    {
        ["version"] = Version,
        ["files"] = new JsonArray([.. reports.Select(File)]),
    };

    static JsonNode File(LintReport report) => new JsonObject
    {
        ["path"] = report.Source.Path,
        ["findings"] = new JsonArray([.. report.Findings.Select(x => Finding(report.Source, x))]),
    };

    static JsonNode Finding(SourceText source, LintFinding finding)
    {
        var (start, end) = (source.PositionOf(finding.Span.Start), source.PositionOf(finding.Span.End));
        return new JsonObject
        {
            ["rule"] = finding.Rule,
            ["severity"] = LintText.NameOf(finding.Severity),
            ["line"] = start.Line,
            ["column"] = start.Column,
            ["endLine"] = end.Line,
            ["endColumn"] = end.Column,
            ["message"] = finding.Message,
            ["remedy"] = finding.Remedy,
            ["hasFix"] = finding.Fix is not null,
        };
    }
}
