using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Ignoring;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>docker build --call=outline shows comments that begin with the name of what stands below, and no others.</summary>
sealed class WrongDescription : LintRule
{
    /// <summary>Only where it is asked for: most comments are written for readers of the file.</summary>
    public WrongDescription() : base(
        "KLN8008",
        Severity.Information,
        "Begin the comment above a stage or an argument with its name.",
        "InvalidDefinitionDescription") =>
        IsOptional = true;

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from pair in subject.Dockerfile.Nodes.Zip(subject.Dockerfile.Nodes.Skip(1))
        let comment = (pair.First as CommentLine)?.Comment
        where comment is { Length: > 0 } && IgnoreComment.In(comment).Count == 0
        let names = NamesOf(pair.Second)
        where names.Length > 0 && !names.Any(x => x.Text == comment.Split(' ')[0])
        let needed = names.Length == 1 ? $"'{names[0].Text}'" : "the name of one of the arguments"
        select Found(
            names[0].Span,
            $"The comment above does not begin with {needed}, so docker build --call does not show it as a description.",
            $"Write # {names[0].Text} …, or an empty line below the comment if it describes something else.");

    static Word[] NamesOf(DockerfileNode node) => node switch
    {
        FromInstruction { StageName: { } name } => [name with { Text = name.Text.ToLowerInvariant() }],
        ArgInstruction arg => [.. arg.Declarations.Select(x => new Word(x.Name, new SourceSpan(x.Span.Start, x.Name.Length)))],
        _ => [],
    };
}
