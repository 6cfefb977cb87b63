using Kiln.Dockerfiles.Syntax.Parsing;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>Text as BuildKit sees it, continued lines joined to one; it knows where each character stands.</summary>
public sealed class LogicalText
{
    readonly OffsetMap _map;
    readonly int _offset;

    internal LogicalText(string text, OffsetMap map, int offset = 0) => (Text, _map, _offset) = (text, map, offset);

    /// <summary>Joined, without comments and empty lines in between.</summary>
    public string Text { get; }

    /// <summary>Nothing is written.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>All of it in the source, with what was left out in between.</summary>
    public SourceSpan Span => SpanOf(0, Text.Length);

    /// <summary>Where a part of it stands in the source.</summary>
    public SourceSpan SpanOf(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + length, Text.Length, nameof(length));

        var first = _map.SourceOf(_offset + start);
        return length == 0
            ? new SourceSpan(first, 0)
            : SourceSpan.FromBounds(first, _map.SourceOf(_offset + start + length - 1) + 1);
    }

    /// <summary>Words between blanks that are neither quoted nor escaped.</summary>
    public IReadOnlyList<Word> Words(char escape) =>
        WordsAt(WordSplitter.Split(Text, escape));

    /// <summary>What stands between blanks; quotes mean nothing here, as in FROM, COPY, EXPOSE and VOLUME.</summary>
    public IReadOnlyList<Word> Fields() => WordsAt(FieldSplitter.Split(Text));

    /// <inheritdoc />
    public override string ToString() => Text;

    internal Word WordAt(int start, int length) => new(Text.Substring(start, length), SpanOf(start, length));

    internal Word AsWord() => new(Text, Span);

    internal LogicalText Slice(int start, int length) => new(Text.Substring(start, length), _map, _offset + start);

    /// <summary>The part between two offsets, without the white space at both ends of it.</summary>
    internal LogicalText Trimmed(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        while (start < end && char.IsWhiteSpace(Text[end - 1]))
            end--;
        return start == 0 && end == Text.Length ? this : Slice(start, end - start);
    }

    Word[] WordsAt(List<(int Start, int Length)> places)
    {
        var words = new Word[places.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = WordAt(places[i].Start, places[i].Length);
        return words;
    }

    internal int SourceOf(int offset) => _map.SourceOf(_offset + offset);
}
