namespace Kiln.Engine.Parameters;

/// <param name="Text">The name as it was typed, with dashes.</param>
/// <param name="Values">The words that follow it.</param>
sealed record Argument(string Text, List<string> Values)
{
    public static Argument Begin(string word)
        => word.IndexOf('=') is var index and >= 0
            ? new(word[..index], [word[(index + 1)..]])
            : new(word, []);

    public bool IsNamed(string name) => string.Equals(Plain(Text), Plain(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>Dashes may stand anywhere.</summary>
    public static string Plain(string name) => name.Replace("-", "");
}
