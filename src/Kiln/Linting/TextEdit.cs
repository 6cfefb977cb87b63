using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>What stands in a span is replaced; an empty span is a place where something is put in.</summary>
public sealed record TextEdit(SourceSpan Span, string NewText);
