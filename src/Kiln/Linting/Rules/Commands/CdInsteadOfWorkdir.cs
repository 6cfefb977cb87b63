using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Commands;

/// <summary>A shell forgets its folder with the RUN, and who reads the file has to follow it through the commands.</summary>
sealed class CdInsteadOfWorkdir() : LintRule(
    "KLN3002", Severity.Warning, "Change the folder with WORKDIR.", "DL3003", "DS-0013")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in subject.Runs
        let command = run.Commands.FirstOrDefault(x => x.Name == "cd" && IsForWorkdir(x, run, subject.Dockerfile.Source.Text))
        where command is not null
        let path = command.Operands.First().Text
        let workdir = IsAbsolute(path) || path[0] == '$' ? $"WORKDIR {path}" : $"WORKDIR with the full path of '{path}'"
        select IsLast(command, run)
            ? Found(
                command.Span,
                $"'{command}' does nothing: the RUN ends here, and the next instruction begins in the old folder.",
                $"Write {workdir} instead, which makes the folder, too.")
            : Found(
                command.Span,
                $"'{command}' counts up to the end of this RUN only, and hides where its commands work.",
                $"Write {workdir} before the RUN, which makes the folder, too.");

    // Others go to a folder that the RUN itself has made, or come back: WORKDIR could not.
    static bool IsForWorkdir(ShellCommand command, LintRun run, string text) =>
        command.Operands.FirstOrDefault() is { Text: { Length: > 0 } path }
        && !path.Contains("$(", StringComparison.Ordinal) && !path.Contains('`') && !IsInSubshell(command, text)
        && (IsFirst(command, run) || (!path.Contains('$') && (IsAbsolute(path) || IsWithoutEffect(command, path, run))));

    static bool IsWithoutEffect(ShellCommand command, string path, LintRun run) =>
        IsLast(command, run) && path[0] is not ('.' or '~');

    static bool IsFirst(ShellCommand command, LintRun run) =>
        ReferenceEquals(command, run.Commands[0]) && command.Connector.Length == 0;

    static bool IsLast(ShellCommand command, LintRun run) => ReferenceEquals(command, run.Commands[^1]);

    static bool IsAbsolute(string path) => path is ['/', ..] or [_, ':', '/' or '\\', ..];

    // The shell outside of the parentheses stays where it is, which is why they are written.
    static bool IsInSubshell(ShellCommand command, string text) =>
        text.AsSpan(0, command.Span.Start).TrimEnd(" \t\r\n\\") is [.., '(' or '`'];
}
