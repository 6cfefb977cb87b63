using Kiln.Primitives;

namespace Kiln.Dockerfiles.Substitution;

/// <summary>
/// A word with its variables put in. <paramref name="Text"/> is empty when there is an <see cref="Error"/>.
/// </summary>
public sealed record ExpandedWord(string Text)
{
    /// <summary>The variables that were asked for and set, each once.</summary>
    public ValueList<string> Used { get; init; } = [];

    /// <summary>
    /// The variables that were asked for and not set, each once. Not among them is what <c>${x-…}</c> gives a default
    /// and what <c>${x+…}</c> only asks about.
    /// </summary>
    public ValueList<string> Unset { get; init; } = [];

    /// <summary>Why BuildKit would refuse the word, without a full stop; null when it would not.</summary>
    public string? Error { get; init; }
}
