using System.Text;

namespace Kiln.Linting.Rules.Running;

/// <summary>A command that says the same with a shell and without: words, and quotes around blanks.</summary>
static class PlainCommand
{
    const string MeansSomethingToShells = "|&;<>()$`\\*?[]#~{}!^";
    const string MeansSomethingInQuotes = "$`\\\"!";

    // What only a shell can do.
    static readonly string[] OfShells =
    [
        ".", ":", "alias", "bg", "break", "case", "cd", "command", "continue", "eval", "exec", "exit", "export", "fg", "for",
        "function", "hash", "if", "jobs", "read", "readonly", "return", "set", "shift", "source", "time", "times", "trap", "type",
        "ulimit", "umask", "unset", "until", "wait", "while",
    ];

    /// <summary>The words, without quotes; null when a shell would do something with them.</summary>
    public static IReadOnlyList<string>? WordsOf(string command)
    {
        var words = new List<string>();
        for (var at = 0; at < command.Length;)
            if (char.IsWhiteSpace(command[at]))
                at++;
            else if (ReadWord(command, ref at) is { } word)
                words.Add(word);
            else
                return null;
        return words.Count == 0 || words[0].Contains('=') || OfShells.Contains(words[0]) ? null : words;
    }

    static string? ReadWord(string command, ref int at)
    {
        var word = new StringBuilder();
        for (; at < command.Length && !char.IsWhiteSpace(command[at]); at++)
        {
            if (MeansSomethingToShells.Contains(command[at]))
                return null;
            if (command[at] is not ('"' or '\''))
            {
                word.Append(command[at]);
                continue;
            }

            var end = command.IndexOf(command[at], at + 1);
            if (end < 0 || command.AsSpan(at + 1, end - at - 1).ContainsAny(MeansSomethingInQuotes))
                return null;
            word.Append(command, at + 1, end - at - 1);
            at = end;
        }

        return word.ToString().Any(char.IsControl) ? null : word.ToString();
    }
}
