using Kiln.Dockerfiles;
using Kiln.Primitives;

namespace Kiln.Linting.Rules;

/// <summary>What BuildKit would object to while it reads the file. It is no rule: nobody can switch it off.</summary>
static class SyntaxRule
{
    internal const string Id = "KLN0001";

    // These say the same in more words, and can be ignored.
    static readonly string[] SaidByRules = ["KLN1006", "KLN1011", "KLN8004"];

    /// <summary>Everything that no finding of a rule says too.</summary>
    public static IEnumerable<LintFinding> Findings(Dockerfile dockerfile, IReadOnlyCollection<LintFinding> ofRules)
    {
        var said = ofRules.Where(x => SaidByRules.Contains(x.Rule)).Select(x => LineOf(dockerfile, x.Span)).ToHashSet();
        return dockerfile.Diagnostics
            .Where(x => !said.Contains(LineOf(dockerfile, x.Span)))
            .Select(x => new LintFinding(Id, x.Severity, x.Span, x.Message, x.Severity == Severity.Error
                ? "Correct the line; BuildKit does not read it."
                : "Correct the line; BuildKit warns about it."));
    }

    static int LineOf(Dockerfile dockerfile, SourceSpan span) => dockerfile.Source.PositionOf(span.Start).Line;
}
