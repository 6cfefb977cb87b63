using System.Text;
using Kiln.Primitives;

namespace Kiln.Linting.Scripts;

/// <summary>A run of characters that stand in the Dockerfile as they stand in the script.</summary>
readonly record struct ScriptPiece(int Start, int Length, int Source)
{
    public int End => Start + Length;
}

/// <summary>A script as a program reads it, which knows where in the Dockerfile each character stands, and which of them do not.</summary>
/// <param name="Text">Lines end as on Unix.</param>
/// <param name="Pieces">In their order; what lies between them is not in the Dockerfile.</param>
sealed record ScriptText(string Text, ValueList<ScriptPiece> Pieces)
{
    /// <summary>The characters of a Dockerfile at these offsets.</summary>
    public static ScriptText Of(string dockerfile, IEnumerable<int> offsets)
    {
        var text = new StringBuilder();
        var pieces = new List<ScriptPiece>();
        foreach (var offset in offsets)
        {
            if (pieces.Count > 0 && pieces[^1] is var last && last.Source + last.Length == offset)
                pieces[^1] = last with { Length = last.Length + 1 };
            else
                pieces.Add(new ScriptPiece(text.Length, 1, offset));
            text.Append(dockerfile[offset]);
        }

        return new ScriptText(text.ToString(), [.. pieces]);
    }

    /// <summary>The same with text in between that is not in the Dockerfile.</summary>
    public ScriptText Insert(int at, string text) => new(
        Text.Insert(at, text),
        [
            .. Pieces.Where(x => x.Start < at).Select(x => x with { Length = Math.Min(x.Length, at - x.Start) }),
            .. Pieces.Where(x => x.End > at).Select(x => x.Start >= at
                ? x with { Start = x.Start + text.Length }
                : new ScriptPiece(at + text.Length, x.End - at, x.Source + at - x.Start)),
        ]);

    /// <summary>Where a stretch stands in the Dockerfile, at least one character wide; null for what is not in there.</summary>
    public SourceSpan? SpanOf(int start, int end)
    {
        // A program that ran out of text complains behind its end; underlined is what stands last.
        start = Math.Min(start, Text.AsSpan().TrimEnd().Length - 1);
        if (SourceOf(start) is not { } first)
            return null;
        var last = end > start && SourceOf(end - 1) is { } found ? found : first;
        return SourceSpan.FromBounds(first, last + 1);
    }

    int? SourceOf(int offset)
    {
        foreach (var piece in Pieces)
            if (offset >= piece.Start && offset < piece.End)
                return piece.Source + offset - piece.Start;
        return null;
    }
}
