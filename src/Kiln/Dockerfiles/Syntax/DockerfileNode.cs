using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>One or more whole lines of a Dockerfile, line ends included.</summary>
public abstract class DockerfileNode
{
    readonly SourceText _source;

    private protected DockerfileNode(SourceText source, SourceSpan span) => (_source, Span) = (source, span);

    /// <summary>Where its lines lie.</summary>
    public SourceSpan Span { get; }

    /// <summary>Its lines as they are written.</summary>
    public string Text => _source.TextAt(Span);

    /// <summary>The same as <see cref="Text"/>.</summary>
    public override string ToString() => Text;
}
