using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>
/// A piece of an instruction: as written, with quotes and escapes but without the line ends that it goes over. Only
/// items of JSON lists and options of mounts are decoded.
/// </summary>
public sealed record Word(string Text, SourceSpan Span);
