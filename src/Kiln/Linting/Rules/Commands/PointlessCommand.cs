using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Commands;

/// <summary>An image keeps files: what watches a machine, or starts and stops something on it, leaves nothing behind.</summary>
sealed class PointlessCommand() : LintRule(
    "KLN3001", Severity.Information, "Run nothing that makes no sense while an image is built.", "DL3001")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in subject.Runs
        from command in run.Commands
        where !HasPurpose(command, run)
        let words = WordsFor(command)
        where words is not null
        select Found(command.Span, $"'{command.Name}' {words.Value.Why}.", words.Value.Instead);

    static (string Why, string Instead)? WordsFor(ShellCommand command) => command.Name switch
    {
        "free" => (
            "shows the memory of the machine that builds, which says nothing about one that runs the image",
            "Leave it out; 'docker stats' shows what a container uses."),
        "ps" or "top" or "htop" => (
            "shows the processes of the build, which are gone when the image is used",
            "Leave it out; 'docker top' shows the processes of a container."),
        "kill" => (
            "has nothing to end, for a RUN begins without other processes",
            "Leave it out, or end what the same RUN has started, as 'kill $!' does."),
        "mount" => (
            "lasts as long as its RUN, and most builds do not allow it",
            "Write RUN --mount=… for what a command needs, and mount the rest when the container is started."),
        "service" => (
            "starts or stops what does not outlive this RUN, for an image keeps files and no processes",
            $"Let CMD or ENTRYPOINT start '{command.Operands.FirstOrDefault()?.Text ?? "it"}' when the container starts."),
        "shutdown" or "reboot" or "poweroff" or "halt" => (
            "has no machine to turn off, for a build runs in a container",
            "Leave it out; a RUN is over when its last command is."),
        "ssh" => (
            "opens a session for somebody who types, and needs a key that must not be in the image",
            "Fetch what is needed with RUN --mount=type=ssh, or with ADD and the address of a repository."),
        "vim" or "vi" or "nano" => (
            "waits for somebody who types, and nobody does while an image is built",
            "Change the file with 'sed', or COPY it as it should be."),
        _ => null,
    };

    // The forms that do their work without a person, or within the RUN alone.
    static bool HasPurpose(ShellCommand command, LintRun run) => command.Name switch
    {
        "kill" => command.Operands.Any(x => x.Text is ['$' or '%' or '`', ..]),
        "mount" => run.Run.Security?.Value == "insecure",
        "service" => run.Commands.Any(x => x.Is("service", "start")) && run.Commands.Any(x => x.Is("service", "stop")),
        "ssh" => run.Run.Mounts.Any(x => x.Type == "ssh") || command.HasFlag("V"),
        "vim" or "vi" => command.HasFlag("c", "e", "s", "E", "version") || command.Arguments.Any(x => x.Text is ['+', ..]),
        _ => false,
    };
}
