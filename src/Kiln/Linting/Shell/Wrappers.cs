namespace Kiln.Linting.Shell;

/// <summary>Programs that run another one, which follows their flags.</summary>
static class Wrappers
{
    // Each with its flags that take the next word.
    static readonly Dictionary<string, string[]> Known = new()
    {
        ["sudo"] = ["u", "g", "user", "group"],
        ["env"] = ["u", "unset"],
        ["exec"] = ["a"],
        ["command"] = [],
        ["builtin"] = [],
        ["busybox"] = [],
        ["time"] = [],
        ["nice"] = ["n"],
        ["eatmydata"] = [],
        ["xargs"] = ["n", "I", "P", "L", "d"],
    };

    /// <summary>The command, and the one that it runs, if any.</summary>
    public static IEnumerable<ShellCommand> Unwrap(ShellCommand command)
    {
        yield return command;
        // 'command -v' only looks whether there is one.
        if (!Known.TryGetValue(command.Name, out var flags) || (command.Name == "command" && command.HasFlag("v", "V")))
            yield break;

        var words = command.WithoutValuesOf(flags).Arguments
            .SkipWhile(x => x.IsFlag || (command.Name is "env" or "sudo" && x.Text.Contains('='))).ToArray();
        if (words.Length == 0)
            yield break;
        foreach (var inner in Unwrap(new ShellCommand(words[0], words[1..], command.Connector)))
            yield return inner;
    }
}
