namespace Kiln.Primitives;

/// <summary>A place in a text as people and editors count it: both from one.</summary>
public readonly record struct SourcePosition(int Line, int Column)
{
    /// <summary><c>line:column</c>, which editors and terminals turn into a link.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
