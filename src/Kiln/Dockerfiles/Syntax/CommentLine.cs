using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>A line that begins with <c>#</c>, between instructions or inside one that goes on.</summary>
public sealed class CommentLine : DockerfileNode
{
    internal CommentLine(SourceText source, SourceSpan span) : base(source, span)
    {
    }

    /// <summary>What it says: the text behind the <c>#</c>, trimmed.</summary>
    public string Comment => Text[(Text.IndexOf('#') + 1)..].Trim();
}
