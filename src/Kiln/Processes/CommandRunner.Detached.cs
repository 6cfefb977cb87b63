namespace Kiln.Processes;

public sealed partial class CommandRunner
{
    // Lets go of our pipes, tells its process id, and becomes the program: $0 is the log file, "$@" the command.
    const string Daemon = """exec 3>&1 </dev/null >>"$0" 2>&1; echo $$ >&3; exec 3>&-; exec "$@" """;

    /// <summary>
    /// Starts a program that outlives the build, and answers its process id: in a session of its own, with nothing to read,
    /// both streams appended to the log file, in <c>/</c> unless the command names a folder. Linux only.
    /// </summary>
    public async Task<int> StartDetachedAsync(
        Command command, string logFile, CancellationToken cancellationToken = default)
    {
        var starter = _sessionStarter.Value ?? throw new KilnException(
            ErrorCodes.CannotDetach,
            $"'{command.FileName}' cannot be left running behind the build: that takes Linux and 'setsid' of util-linux.");

        var program = Locate(command);
        var log = Path.GetFullPath(logFile);
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);

        var result = await RunAsync(
            command with
            {
                FileName = starter,
                Arguments = ["--fork", "/bin/sh", "-c", Daemon, log, program, .. command.Arguments],
                WorkingDirectory = command.WorkingDirectory ?? "/",
                StandardInput = null,
                Timeout = null,
                OnFailure = FailureHandling.Throw,
            },
            cancellationToken);

        return int.TryParse(result.Output, out var process)
            ? process
            : throw NotStarted(command, result.ErrorOutput.Trim());
    }
}
