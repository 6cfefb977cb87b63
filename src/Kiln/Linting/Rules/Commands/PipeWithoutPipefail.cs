using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Commands;

/// <summary>A download that breaks off before a pipe would leave an image that lacks something, and a green build.</summary>
sealed class PipeWithoutPipefail() : LintRule(
    "KLN3008", Severity.Warning, "Let a RUN fail when a command in its pipe fails.", "DL4006")
{
    static readonly string[] WithPipefail = ["bash", "zsh", "ash", "ksh", "busybox"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in subject.Runs
        where run.Run.IsShellForm && !run.Commands.Any(x => x.Is("set", "pipefail"))
        let lost = LostFailure(run)
        where lost is not null
        let image = RunShell.BaseOf(subject, run)
        where LosesFailures(RunShell.Of(subject, run), image) && !RunShell.IsOfWindows(subject, image)
        select Found(
            lost.Span,
            $"When '{lost.Name}' fails, the build goes on, since only the last command of a pipe counts.",
            $"""Write SHELL ["{(HasBusybox(image) ? "/bin/ash" : "/bin/bash")}", "-o", "pipefail", "-c"] before the RUN.""");

    /// <summary>The first command whose output is read by another; it counts only if something may go wrong in it.</summary>
    static ShellCommand? LostFailure(LintRun run)
    {
        var commands = WrittenCommands.Of(run.Script);
        return commands.Zip(commands.Skip(1))
            .FirstOrDefault(x => x.Second.Connector is "|" or "|&" && CanFail(x.First)).First;
    }

    static bool CanFail(ShellCommand command) =>
        command.Name is not ("echo" or "printf" or "yes" or "true") && !(command.Name == "cat" && command.Arguments.Count == 0);

    static bool LosesFailures(IReadOnlyList<string>? shell, string image) => shell is null
        || (shell.Any(ShellNames.IsPosix)
            && !(shell.Contains("pipefail") && (HasBusybox(image) || shell.Any(x => WithPipefail.Contains(ShellNames.Base(x))))));

    static bool HasBusybox(string image) =>
        image.Contains("alpine", StringComparison.OrdinalIgnoreCase)
        || image.Contains("busybox", StringComparison.OrdinalIgnoreCase);
}
