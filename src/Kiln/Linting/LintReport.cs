using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>All findings of one Dockerfile, in the order of its text.</summary>
public sealed record LintReport(SourceText Source, ValueList<LintFinding> Findings)
{
    /// <summary>How many findings have at least this severity.</summary>
    public int CountFrom(Severity severity) => Findings.Count(x => x.Severity >= severity);
}
