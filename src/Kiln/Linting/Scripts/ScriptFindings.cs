using Kiln.Primitives;

namespace Kiln.Linting.Scripts;

/// <summary>Makes findings in a Dockerfile of what ShellCheck said of its scripts.</summary>
static class ScriptFindings
{
    // The same in other words: a 'cd' that WORKDIR should be need not be told what to do when it fails.
    static readonly (string Code, string Rule)[] SaidByRules = [("SC2164", "KLN3002")];

    /// <summary>All that no finding of a rule says too.</summary>
    public static IEnumerable<LintFinding> Of(LintSubject subject, IReadOnlyCollection<LintFinding> ofRules) =>
        from script in subject.Image.Answers.IsEmpty ? [] : RunScript.In(subject)
        from comment in subject.Image.Answers.About(script)
        where ShellCheckCodes.Counts(comment.Code)
        let span = SpanOf(script.Text, comment)
        where span is not null
        let finding = FindingOf(comment, span.Value)
        where !ofRules.Any(x => SaidByRules.Contains((finding.Rule, x.Rule)) && x.Span.Start == finding.Span.Start)
        select finding;

    static LintFinding FindingOf(ShellCheckComment comment, SourceSpan span)
    {
        var code = ShellCheckCodes.NameOf(comment.Code);
        return new LintFinding(
            code, SeverityOf(comment.Level), span, comment.Message.Trim(), $"{ShellCheckCodes.PageOf(code)} tells why, and what to write instead.");
    }

    static SourceSpan? SpanOf(ScriptText script, ShellCheckComment comment) => script.SpanOf(
        ScriptPlace.OffsetOf(script.Text, comment.Line, comment.Column), ScriptPlace.OffsetOf(script.Text, comment.EndLine, comment.EndColumn));

    static Severity SeverityOf(string level) => level switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        _ => Severity.Information,
    };
}
