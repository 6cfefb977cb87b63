using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Ignoring;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>Whoever decides on exceptions in one place wants none to hide in a comment.</summary>
sealed class InlineIgnore : LintRule
{
    /// <summary>Only where it is asked for: usually a comment with a reason is the best place for an exception.</summary>
    public InlineIgnore() : base(
        "KLN8009", Severity.Information, "Keep exceptions from rules out of the file.", "DL1001") =>
        IsOptional = true;

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from comment in CommentsOf(subject.Dockerfile)
        let ignored = IgnoreComment.In(comment.Comment).SelectMany(x => x.Rules).ToArray()
        where ignored.Length > 0
        let start = comment.Span.Start + comment.Text.IndexOf('#')
        select Found(
            new SourceSpan(start, comment.Text.TrimEnd().Length - comment.Text.IndexOf('#')),
            $"The comment takes back findings of {Lists.And(ignored)}.",
            "Remove the comment, and switch the rules off in the options if they do not fit.");

    static IEnumerable<CommentLine> CommentsOf(Dockerfile dockerfile) => dockerfile.Nodes.SelectMany(x => x switch
    {
        CommentLine comment => [comment],
        Instruction instruction => instruction.InnerComments,
        _ => (IEnumerable<CommentLine>)[],
    });
}
