namespace Kiln.Primitives;

/// <summary>A stretch of a text, counted in characters from zero.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>The first offset behind it.</summary>
    public int End => Start + Length;

    /// <summary>The stretch from one offset up to another, which is not in it.</summary>
    public static SourceSpan FromBounds(int start, int end) => new(start, end - start);
}
