using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>What a rule found at one place.</summary>
/// <param name="Rule">The rule's id, for instance <c>KLN2001</c>.</param>
/// <param name="Severity">As the rule says, or as the options say instead.</param>
/// <param name="Span">The part of the Dockerfile that is underlined.</param>
/// <param name="Message">What is wrong and why, in one sentence.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed record LintFinding(string Rule, Severity Severity, SourceSpan Span, string Message, string Remedy)
{
    /// <summary>What takes the finding away without a decision of anybody; null when there is no such edit.</summary>
    public LintFix? Fix { get; init; }
}
