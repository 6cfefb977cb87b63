using Kiln.Dockerfiles.Syntax;
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
        let image = subject.LineageOf(run.Section).Last().Stage?.From.Image?.Text ?? ""
        where LosesFailures(ShellOf(subject, run), image) && !IsWindows(subject, image)
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

    static ShellInstruction? ShellOf(LintSubject subject, LintRun run) => subject.LineageOf(run.Section)
        .SelectMany(x => x.Of<ShellInstruction>().Where(y => x != run.Section || y.Span.Start < run.Run.Span.Start).Reverse())
        .FirstOrDefault();

    static bool LosesFailures(ShellInstruction? shell, string image)
    {
        if (shell?.JsonItems is not { Count: > 0 } items)
            return true;
        return items.Any(x => ShellNames.IsPosix(x.Text))
            && !(items.Any(x => x.Text == "pipefail")
                && (HasBusybox(image) || items.Any(x => WithPipefail.Contains(ShellNames.Base(x.Text)))));
    }

    static bool HasBusybox(string image) =>
        image.Contains("alpine", StringComparison.OrdinalIgnoreCase)
        || image.Contains("busybox", StringComparison.OrdinalIgnoreCase);

    // Their shell is no POSIX shell unless SHELL says so.
    static bool IsWindows(LintSubject subject, string image) =>
        subject.Dockerfile.Escape == '`'
        || image.Contains("windows", StringComparison.OrdinalIgnoreCase)
        || image.Contains("nanoserver", StringComparison.OrdinalIgnoreCase);
}
