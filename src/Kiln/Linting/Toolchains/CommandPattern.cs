using Kiln.Linting.Shell;

namespace Kiln.Linting.Toolchains;

/// <summary>Commands by their first words, as <c>npm ci</c> or <c>go mod download</c>; flags do not count.</summary>
static class CommandPattern
{
    public static bool Matches(this ShellCommand command, string pattern)
    {
        var words = pattern.Split(' ');
        // A word alone is the command without any: 'yarn' installs, 'yarn run' does not.
        return words.Length == 1
            ? command.Name == pattern && !command.Operands.Any()
            : command.Name == words[0] && command.Operands.Take(words.Length - 1).Select(x => x.Text).SequenceEqual(words[1..]);
    }

    public static bool MatchesAny(this ShellCommand command, IEnumerable<string> patterns) => patterns.Any(x => command.Matches(x));
}
