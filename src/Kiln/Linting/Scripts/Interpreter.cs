using Kiln.Linting.Shell;

namespace Kiln.Linting.Scripts;

/// <summary>Which shell a script is for, as the line that a script begins with.</summary>
static class Interpreter
{
    // Those that ShellCheck knows (its manual page, --shell); 'ash' and 'busybox' it takes for dash before 0.10.
    static readonly string[] Known = ["sh", "bash", "dash", "ash", "ksh", "busybox"];

    /// <summary>Empty where the script brings its own; null where ShellCheck does not know the shell.</summary>
    public static string? LineFor(LintSubject subject, LintRun run, string script)
    {
        if (script.StartsWith("#!", StringComparison.Ordinal))
            return IsKnown(script[2..].Split('\n')[0]) ? "" : null;
        if (RunShell.Of(subject, run) is { } shell)
            return LineFor(shell);
        return RunShell.IsOfWindows(subject, RunShell.BaseOf(subject, run)) ? null : "#!/bin/sh\n";
    }

    // With -e, a command that fails ends the script, and ShellCheck does not ask for '|| exit'.
    static string? LineFor(IReadOnlyList<string> shell) => ShellNames.Base(shell[0]) is var name && Known.Contains(name)
        ? $"#!/bin/{(name == "busybox" ? "ash" : name)}{(shell.Skip(1).Any(IsSetE) ? " -e" : "")}\n"
        : null;

    static bool IsSetE(string argument) => argument is ['-', not '-', ..] && argument.Contains('e');

    static bool IsKnown(string line)
    {
        // '/usr/bin/env bash' has it behind.
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SkipWhile(x => ShellNames.Base(x) == "env");
        return words.FirstOrDefault() is { } program && Known.Contains(ShellNames.Base(program));
    }
}
