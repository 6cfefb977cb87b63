using Kiln.Linting.Shell;

namespace Kiln.Linting.Rules;

/// <summary>Several words as a part of a sentence.</summary>
static class Lists
{
    const int Shown = 3;

    /// <summary><c>'a'</c>, <c>'a' and 'b'</c>, <c>'a', 'b', 'c' and 4 more</c>.</summary>
    public static string And(IReadOnlyList<ShellWord> words) => And([.. words.Select(x => x.Text)]);

    public static string And(IReadOnlyList<string> words)
    {
        var shown = words.Take(words.Count > Shown + 1 ? Shown : words.Count).Select(x => $"'{x}'").ToArray();
        if (shown.Length < words.Count)
            return $"{string.Join(", ", shown)} and {words.Count - shown.Length} more";
        return shown.Length < 2 ? string.Concat(shown) : $"{string.Join(", ", shown[..^1])} and {shown[^1]}";
    }
}
