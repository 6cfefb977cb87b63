using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>One <c>name=value</c> of a mount.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Value">Without quotes, variables not replaced; null when there is no <c>=</c>.</param>
/// <param name="Span">All of it.</param>
/// <param name="ValueSpan">The value; empty, and at the end, when there is none.</param>
public sealed record MountOption(string Name, string? Value, SourceSpan Span, SourceSpan ValueSpan);
