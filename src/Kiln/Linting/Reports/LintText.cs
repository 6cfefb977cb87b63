using Kiln.Primitives;
using Kiln.Secrets;

namespace Kiln.Linting.Reports;

/// <summary>Findings for people: place, rule and reason, the line underlined, what to write instead.</summary>
public static class LintText
{
    /// <summary>All findings of a report, with an empty line in between.</summary>
    public static string Of(LintReport report) => string.Join("\n", report.Findings.Select(x => Of(report.Source, x)));

    /// <summary>One finding, with a line end at its end.</summary>
    public static string Of(SourceText source, LintFinding finding)
    {
        var place = source.PositionOf(finding.Span.Start);
        var lines = new List<string>
        {
            $"{source.Path}:{place.Line}:{place.Column}: {NameOf(finding.Severity)} {finding.Rule}: {finding.Message}",
        };
        if (finding.Span.Length > 0)
            lines.AddRange(SourceExcerpt.Lines(source, finding.Span).Select(x => $"  {Masked(x)}"));
        lines.Add($"  {finding.Remedy}");
        return string.Concat(lines.Select(x => x + "\n"));
    }

    // Logs are read by more people than the repository is.
    static string Masked(string line) => LiteralSecrets.In(line)
        .Aggregate(line, (x, secret) => x.Replace(secret.Text, secret.Beginning + new string('*', secret.Text.Length - secret.Beginning.Length), StringComparison.Ordinal));

    /// <summary>As it stands in messages.</summary>
    internal static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
