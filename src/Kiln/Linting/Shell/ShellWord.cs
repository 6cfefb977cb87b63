using Kiln.Primitives;

namespace Kiln.Linting.Shell;

/// <summary>
/// A word of a shell command. Its text has no quotes and no escapes; variables and commands that are put in stand as
/// they are written, for instance <c>$VERSION</c>.
/// </summary>
/// <param name="Text">As the command sees it, but for what only a running shell knows.</param>
/// <param name="Span">Where it stands, with its quotes.</param>
public sealed record ShellWord(string Text, SourceSpan Span)
{
    /// <summary>Begins with a dash and is more than <c>-</c> or <c>--</c>.</summary>
    public bool IsFlag => Text.Length > 1 && Text[0] == '-' && Text != "--";

    /// <summary>The name of a long flag without dashes and value; of short ones each letter.</summary>
    internal IEnumerable<string> FlagNames() =>
        !IsFlag ? []
        : Text.StartsWith("--", StringComparison.Ordinal) ? [Text[2..].Split('=')[0]]
        : Text[1..].Select(x => x.ToString());

    /// <summary>What stands behind one of these flags in the same word; empty where its value is the next word, null for another word.</summary>
    internal string? ValueBehind(string[] flags)
    {
        if (!IsFlag)
            return null;
        if (Text.StartsWith("--", StringComparison.Ordinal))
            return Text[2..].Split('=', 2) is var parts && flags.Contains(parts[0]) ? string.Concat(parts[1..]) : null;
        for (var i = 1; i < Text.Length; i++)
            if (flags.Contains(Text[i].ToString()))
                return Text[(i + 1)..].TrimStart('=');
        return null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}
