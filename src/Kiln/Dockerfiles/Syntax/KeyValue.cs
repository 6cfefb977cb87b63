namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>key=value</c> of ENV and LABEL, both as written.</summary>
public sealed record KeyValue(Word Key, Word Value);
