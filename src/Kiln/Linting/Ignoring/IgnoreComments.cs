using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Ignoring;

/// <summary>
/// What comments of a Dockerfile take back: for the instruction that follows, for a stage, or for all of the file. They are
/// written for Kiln (<c># kiln ignore=KLN2001</c>), hadolint, ShellCheck, Trivy or BuildKit (<c># check=skip=…</c>).
/// </summary>
sealed class IgnoreComments
{
    readonly List<(SourceSpan Where, string Rule)> _ignored = [];

    /// <summary>Nothing is taken back.</summary>
    public static IgnoreComments None { get; } = new();

    CheckDirective _check = new([], [], MakesErrors: false);

    /// <summary>BuildKit would fail for what this rule finds: <c># check=error=true</c>.</summary>
    public bool MakesErrorsOf(LintRule rule) => _check.MakesErrors && BuildKitChecks.Has(rule);

    /// <summary>A rule that judges only where it is asked for is asked for: <c># check=experimental=…</c>.</summary>
    public bool AskFor(LintRule rule) => BuildKitChecks.Has(rule) && _check.Experimental.Any(x => x == "all" || rule.IsNamed(x));

    /// <summary>What the comments of a file take back at that time.</summary>
    public static IgnoreComments Of(LintSubject subject, DateTimeOffset now)
    {
        var check = CheckDirective.Of(subject.Dockerfile);
        var result = new IgnoreComments { _check = check };
        // A finding may stand at the very end.
        var all = new SourceSpan(0, subject.Dockerfile.Source.Text.Length + 1);
        result._ignored.AddRange(check.Skipped.Select(x => (all, x)));

        var nodes = subject.Dockerfile.Nodes;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is Instruction { InnerComments: { Count: > 0 } inner } instruction)
                foreach (var comment in inner.SelectMany(x => IgnoreComment.In(x.Comment)).Where(x => !(x.Ends <= now)))
                    result.Add(comment, comment.Scope == IgnoreScope.File ? all : instruction.Span);
            if (nodes[i] is CommentLine line)
                foreach (var comment in IgnoreComment.In(line.Comment).Where(x => !(x.Ends <= now)))
                    if (PlaceOf(comment, subject, i) is { } place)
                        result.Add(comment, comment.Scope == IgnoreScope.File ? all : place);
        }

        return result;
    }

    /// <summary>Whether a finding of a rule at this place is taken back.</summary>
    public bool Covers(LintRule rule, SourceSpan span) => Covers(rule.IsNamed, span);

    /// <summary>The same for a code of ShellCheck's.</summary>
    public bool Covers(string code, SourceSpan span) => Covers(x => x.Equals(code, StringComparison.OrdinalIgnoreCase), span);

    bool Covers(Func<string, bool> isNamed, SourceSpan span) => _ignored.Any(x =>
        span.Start >= x.Where.Start && span.Start < x.Where.End && (x.Rule == "*" || x.Rule == "all" || isNamed(x.Rule)));

    void Add(IgnoreComment comment, SourceSpan where) => _ignored.AddRange(comment.Rules.Select(x => (where, x)));

    // Comments and blanks may follow the comment; what counts is the next instruction.
    static SourceSpan? PlaceOf(IgnoreComment comment, LintSubject subject, int index)
    {
        var next = subject.Dockerfile.Nodes.Skip(index + 1).OfType<Instruction>().FirstOrDefault();
        if (next is null || comment.Scope != IgnoreScope.Stage)
            return next?.Span ?? (comment.Scope == IgnoreScope.File ? default(SourceSpan) : null);

        var section = subject.Sections.LastOrDefault(x => x.Stage is { } stage && stage.From.Span.Start <= next.Span.Start);
        return section?.Stage is null
            ? next.Span
            : SourceSpan.FromBounds(section.Stage.From.Span.Start, section.Instructions.LastOrDefault()?.Span.End ?? section.Stage.From.Span.End);
    }
}
