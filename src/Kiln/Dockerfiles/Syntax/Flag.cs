using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>--name=value</c> behind an instruction's keyword, known or not.</summary>
public sealed class Flag
{
    internal Flag(LogicalText text, SourceSpan span)
    {
        var equals = text.Text.IndexOf('=');
        var nameEnd = equals < 0 ? text.Text.Length : equals;

        Span = span;
        Name = text.Text[2..nameEnd];
        NameSpan = text.SpanOf(2, nameEnd - 2);
        ValueText = equals < 0 ? null : text.Slice(equals + 1, text.Text.Length - equals - 1);
        ValueSpan = equals < 0
            ? new SourceSpan(span.End, 0)
            : SourceSpan.FromBounds(text.SourceOf(equals) + 1, span.End);
    }

    /// <summary>Without the dashes.</summary>
    public string Name { get; }

    /// <summary>
    /// What BuildKit takes for the value: quotes and escapes are gone, variables are not replaced. Null for a bare
    /// flag.
    /// </summary>
    public string? Value => ValueText?.Text;

    /// <summary>All of it, as written.</summary>
    public SourceSpan Span { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan { get; }

    /// <summary>Where the value stands, quotes included; empty, and at the flag's end, when there is none.</summary>
    public SourceSpan ValueSpan { get; }

    /// <summary>The value, which knows where each of its characters stands.</summary>
    public LogicalText? ValueText { get; }

    /// <summary>Name and value, without quotes.</summary>
    public override string ToString() => Value is null ? $"--{Name}" : $"--{Name}={Value}";
}
