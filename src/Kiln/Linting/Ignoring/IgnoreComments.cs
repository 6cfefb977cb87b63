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

    /// <summary>BuildKit would fail for each of its warnings: <c># check=error=true</c>.</summary>
    public bool MakesErrors { get; private init; }

    public static IgnoreComments Of(LintSubject subject)
    {
        var check = CheckDirective.Of(subject.Dockerfile);
        var result = new IgnoreComments { MakesErrors = check.MakesErrors };
        // A finding may stand at the very end.
        var all = new SourceSpan(0, subject.Dockerfile.Source.Text.Length + 1);
        result._ignored.AddRange(check.Skipped.Select(x => (all, x)));

        var nodes = subject.Dockerfile.Nodes;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is Instruction { InnerComments: { Count: > 0 } inner } instruction)
                foreach (var comment in inner.Select(x => IgnoreComment.Parse(x.Comment)).OfType<IgnoreComment>())
                    result.Add(comment, comment.Scope == IgnoreScope.File ? all : instruction.Span);
            if (nodes[i] is CommentLine line && IgnoreComment.Parse(line.Comment) is { } found && PlaceOf(found, subject, i) is { } place)
                result.Add(found, found.Scope == IgnoreScope.File ? all : place);
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
