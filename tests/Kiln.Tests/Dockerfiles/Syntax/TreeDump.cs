using System.Text;
using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Tests.Dockerfiles.Syntax;

/// <summary>Prints a tree for people: what was understood, where it stands (line:column), and what is wrong.</summary>
static class TreeDump
{
    public static string Of(Dockerfile dockerfile)
    {
        var result = new StringBuilder();
        foreach (var node in dockerfile.Nodes)
            foreach (var line in Node(node, dockerfile.Source))
                result.Append(line).Append('\n');
        foreach (var finding in dockerfile.Diagnostics)
            result.Append($"{finding.Severity.ToString().ToLowerInvariant()} {At(finding.Span)} {finding.Message}\n");
        return result.ToString();

        string At(SourceSpan span) => Range(dockerfile.Source, span);
    }

    static IEnumerable<string> Node(DockerfileNode node, SourceText source) => node switch
    {
        ParserDirective directive =>
        [
            $"{Range(source, directive.Span)} directive {directive.Name} '{directive.Value}' "
            + Range(source, directive.ValueSpan),
        ],
        CommentLine comment => [$"{Range(source, comment.Span)} comment '{comment.Comment}'"],
        Instruction instruction =>
        [
            $"{Range(source, instruction.Span)} {instruction.GetType().Name} {instruction.Keyword}",
            .. Parts(instruction, x => Range(source, x)).Select(x => $"  {x}"),
            .. instruction is OnbuildInstruction { Inner: { } inner } ? Node(inner, source).Select(x => $"  {x}") : [],
        ],
        _ => [$"{Range(source, node.Span)} blank"],
    };

    static IEnumerable<string> Parts(Instruction instruction, Func<SourceSpan, string> at)
    {
        foreach (var flag in instruction.Flags)
            yield return $"flag {at(flag.Span)} {flag}";
        foreach (var comment in instruction.InnerComments)
            yield return $"comment {at(comment.Span)} '{comment.Comment}'";
        yield return $"arguments {at(instruction.Arguments.Span)} '{instruction.Arguments}'";
        foreach (var item in instruction.JsonItems ?? [])
            yield return $"item {at(item.Span)} '{item.Text}'";
        foreach (var line in TypedDump.Of(instruction, at))
            yield return line;
        foreach (var heredoc in instruction.Heredocs)
            yield return $"heredoc {at(heredoc.Span)} '{heredoc.Name}'{(heredoc.IsExpanded ? " expanded" : "")}"
                + $"{(heredoc.StripsTabs ? " without tabs" : "")}{(heredoc.IsTerminated ? "" : " without end")}"
                + $"{(heredoc.FileDescriptor is { } number ? $" to {number}" : "")} {at(heredoc.ContentSpan)}";
    }

    static string Range(SourceText source, SourceSpan span) =>
        $"{source.PositionOf(span.Start)}-{source.PositionOf(span.End)}";
}
