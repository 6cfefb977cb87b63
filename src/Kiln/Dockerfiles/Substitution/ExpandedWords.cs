using Kiln.Primitives;

namespace Kiln.Dockerfiles.Substitution;

/// <summary>
/// A text with its variables put in and taken apart at blanks. <paramref name="Words"/> is empty when there is an
/// <see cref="Error"/>.
/// </summary>
public sealed record ExpandedWords(ValueList<string> Words)
{
    /// <inheritdoc cref="ExpandedWord.Used"/>
    public ValueList<string> Used { get; init; } = [];

    /// <inheritdoc cref="ExpandedWord.Unset"/>
    public ValueList<string> Unset { get; init; } = [];

    /// <inheritdoc cref="ExpandedWord.Error"/>
    public string? Error { get; init; }
}
