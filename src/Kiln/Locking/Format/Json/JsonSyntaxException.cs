namespace Kiln.Locking.Format.Json;

/// <summary>A text is no JSON from this place on. It never leaves this folder's callers.</summary>
sealed class JsonSyntaxException(int line, int column, string problem)
    : Exception($"line {line}, column {column}: {problem}");
