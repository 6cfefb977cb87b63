using System.Text;
using Kiln.Dockerfiles.Syntax;
using Kiln.Dockerfiles.Syntax.Parsing;
using Kiln.Primitives;

namespace Kiln.Dockerfiles;

/// <summary>
/// A Dockerfile as a tree that loses nothing: comments, blanks and line ends stay, and so does what is wrong. Any text
/// gives a tree; what BuildKit would object to is told as diagnostics.
/// </summary>
public sealed class Dockerfile
{
    Dockerfile(SourceText source)
    {
        var parser = new DockerfileParser(source);
        Source = source;
        Diagnostics = parser.Parse();
        Nodes = parser.Nodes;
        Escape = parser.Escape;
        Directives = [.. Nodes.OfType<ParserDirective>()];
    }

    /// <summary>What was parsed.</summary>
    public SourceText Source { get; }

    /// <summary>Everything, in order and without gaps.</summary>
    public IReadOnlyList<DockerfileNode> Nodes { get; }

    /// <summary>The instructions alone; inner ones of ONBUILD are not listed.</summary>
    public IEnumerable<Instruction> Instructions => Nodes.OfType<Instruction>();

    /// <summary>Those above everything else; each name once.</summary>
    public IReadOnlyList<ParserDirective> Directives { get; }

    /// <summary>A backslash, unless a directive says otherwise.</summary>
    public char Escape { get; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Parses any text; the path only serves messages.</summary>
    public static Dockerfile Parse(string text, string path = "Dockerfile") => new(new SourceText(text, path));

    /// <summary>The text again, put together from the nodes.</summary>
    public override string ToString()
    {
        var result = new StringBuilder(Source.Text.Length);
        foreach (var node in Nodes)
            result.Append(Source.Text, node.Span.Start, node.Span.Length);
        return result.ToString();
    }
}
