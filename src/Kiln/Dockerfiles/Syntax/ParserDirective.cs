using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>
/// <c># syntax=…</c>, <c># escape=…</c> or <c># check=…</c> above everything else. BuildKit also finds a syntax in
/// files that are no Dockerfiles (<c>// syntax=…</c>, a JSON object); here, that is no directive.
/// </summary>
public sealed class ParserDirective : DockerfileNode
{
    internal ParserDirective(SourceText source, SourceSpan span, string name, SourceSpan valueSpan) : base(source, span)
    {
        Name = name;
        Value = source.TextAt(valueSpan);
        ValueSpan = valueSpan;
    }

    /// <summary>In lower case.</summary>
    public string Name { get; }

    /// <summary>Everything behind the <c>=</c>, trimmed.</summary>
    public string Value { get; }

    /// <summary>The value up to its first blank: all that counts of a syntax, the rest are arguments for it.</summary>
    public string FirstWord => Value.Split(' ', 2)[0];

    /// <summary>Where the value stands.</summary>
    public SourceSpan ValueSpan { get; }
}
