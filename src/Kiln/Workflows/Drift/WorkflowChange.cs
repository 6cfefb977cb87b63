using Kiln.Primitives;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.Drift;

/// <summary>A file and what it would become.</summary>
/// <param name="Path">From the repository's root, with <c>/</c>.</param>
/// <param name="Before">What it holds; null where it is not there.</param>
/// <param name="After">What the build would write; null where it would not.</param>
public sealed record WorkflowChange(string Path, string? Before, string? After)
{
    /// <summary>Whether a host would do the same by both: only blanks, quotes, order of keys or comments differ.</summary>
    public bool IsSameInMeaning => Before is not null && After is not null && Read(Before) is { } before && before == Read(After);

    /// <summary>In words: <c>new</c>, <c>no longer made</c>, <c>differs</c> or <c>differs in form only</c>.</summary>
    public string Kind => Before is null ? "new" : After is null ? "no longer made" : IsSameInMeaning ? "differs in form only" : "differs";

    /// <summary>A unified diff from what is there to what would be written.</summary>
    public string Diff => UnifiedDiff.Of(Path, Before, After);

    YamlNode? Read(string text)
    {
        try
        {
            return YamlReader.Read(text, Path);
        }
        catch (KilnException)
        {
            return null;
        }
    }
}
