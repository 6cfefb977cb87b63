using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>What all instructions have, cut out of the text but not understood yet.</summary>
sealed record InstructionParts
{
    public required SourceText Source { get; init; }

    public required string Keyword { get; init; }

    public required SourceSpan KeywordSpan { get; init; }

    public required IReadOnlyList<Flag> Flags { get; init; }

    public required LogicalText Arguments { get; init; }

    public required IReadOnlyList<Word>? JsonItems { get; init; }

    public required char Escape { get; init; }

    public SourceSpan Span { get; init; }

    public IReadOnlyList<Heredoc> Heredocs { get; init; } = [];

    public IReadOnlyList<CommentLine> InnerComments { get; init; } = [];

    public Flag? FindFlag(string name) => Flags.FirstOrDefault(x => x.Name == name);

    /// <summary>The items of the JSON form, or else what stands between blanks.</summary>
    public IReadOnlyList<Word> ItemsOrFields() => JsonItems ?? Arguments.Fields();

    /// <summary>All arguments as one, or null when there are none.</summary>
    public Word? OnlyArgument() => Arguments.IsEmpty ? null : Arguments.AsWord();
}
