using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>One <c>name</c> or <c>name=default</c> of an ARG; the default is as written, or null.</summary>
public sealed record ArgDeclaration(string Name, Word? DefaultValue, SourceSpan Span);
