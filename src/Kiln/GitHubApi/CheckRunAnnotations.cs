using Kiln.Linting;
using Kiln.Primitives;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>Findings as a check run shows them beside their lines (https://docs.github.com/rest/checks/runs, "annotations").</summary>
static class CheckRunAnnotations
{
    /// <summary>The most severe first, else in the order of the files.</summary>
    internal static IEnumerable<NewCheckRunAnnotation> Of(IEnumerable<LintReport> reports) =>
        from found in reports.SelectMany(x => x.Findings, (report, finding) => (report.Source, Finding: finding)).OrderByDescending(x => x.Finding.Severity)
        select Annotation(found.Source, found.Finding);

    static NewCheckRunAnnotation Annotation(SourceText source, LintFinding finding)
    {
        var (start, end) = (source.PositionOf(finding.Span.Start), source.PositionOf(finding.Span.End));
        // GitHub takes columns only within one line.
        var isOneLine = start.Line == end.Line;
        return new NewCheckRunAnnotation(source.Path, start.Line, end.Line, LevelOf(finding.Severity), $"{finding.Message} {finding.Remedy}")
        {
            Title = finding.Rule,
            StartColumn = isOneLine ? start.Column : null,
            EndColumn = isOneLine ? end.Column : null,
        };
    }

    static CheckAnnotationLevel LevelOf(Severity severity) => severity switch
    {
        Severity.Error => CheckAnnotationLevel.Failure,
        Severity.Warning => CheckAnnotationLevel.Warning,
        _ => CheckAnnotationLevel.Notice,
    };
}
