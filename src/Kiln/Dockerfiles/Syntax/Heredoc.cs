using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>A document in place: <c>&lt;&lt;EOF</c> in an instruction, and the lines below up to <c>EOF</c>.</summary>
public sealed class Heredoc
{
    readonly SourceText _source;

    internal Heredoc(SourceText source) => _source = source;

    /// <summary>The word that ends it, without quotes.</summary>
    public required string Name { get; init; }

    /// <summary>Variables in it are replaced, since no part of its name is quoted.</summary>
    public required bool IsExpanded { get; init; }

    /// <summary>Tabs at the beginning of its lines do not count: <c>&lt;&lt;-</c>.</summary>
    public required bool StripsTabs { get; init; }

    /// <summary>The number before the <c>&lt;&lt;</c>, if any.</summary>
    public int? FileDescriptor { get; init; }

    /// <summary>Its end was found; otherwise it goes on to the end of the file.</summary>
    public required bool IsTerminated { get; init; }

    /// <summary>Where <c>&lt;&lt;EOF</c> stands.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Where its lines stand, without the one that ends it.</summary>
    public required SourceSpan ContentSpan { get; init; }

    /// <summary>Its lines as written, tabs and line ends included.</summary>
    public string Content => _source.TextAt(ContentSpan);
}
