namespace Kiln.Primitives;

/// <summary>What is wrong with a text, and where; the text's <see cref="SourceText"/> knows line and column.</summary>
public sealed record Diagnostic(Severity Severity, string Message, SourceSpan Span);
