using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>A line of nothing but white space.</summary>
public sealed class BlankLine : DockerfileNode
{
    internal BlankLine(SourceText source, SourceSpan span) : base(source, span)
    {
    }
}
