using Kiln.Primitives;

namespace Kiln.Processes;

public sealed partial class CommandRunner
{
    static string Locate(Command command)
    {
        var finder = command.Environment.TryGetValue("PATH", out var path)
            ? new ExecutableFinder(path, Environment.GetEnvironmentVariable("PATHEXT"))
            : ExecutableFinder.FromEnvironment();

        return finder.Find(command.FileName, command.WorkingDirectory) ?? throw new KilnException(
            ErrorCodes.ProgramNotFound,
            ExecutableFinder.IsPath(command.FileName)
                ? $"The program '{command.FileName}' is not there, or is not executable. " +
                  $"It was looked for as '{Path.GetFullPath(command.FileName, Folder(command))}'."
                : $"The program '{command.FileName}' was not found. It was looked for in " +
                  $"{string.Join(", ", finder.Folders.Select(x => $"'{x}'"))}. Install it, or add its folder to PATH.");
    }

    static string Folder(Command command)
    {
        var folder = Path.GetFullPath(command.WorkingDirectory ?? ".");
        return Directory.Exists(folder)
            ? folder
            : throw new KilnException(
                ErrorCodes.CommandNotStarted,
                $"'{command.FileName}' cannot be started in '{folder}': there is no such folder.");
    }

    KilnException NotStarted(Command command, string reason) => new(
        ErrorCodes.CommandNotStarted, _redactor.Redact($"'{command.FileName}' could not be started: {reason}"));

    KilnException TimedOut(Command command, LastLines lastLines) => new(
        ErrorCodes.CommandTimedOut,
        $"'{Path.GetFileName(command.FileName)}' was ended since it took longer than {command.Timeout}: " +
        $"{_redactor.Redact(command)}{Environment.NewLine}{LastLines.Describe(Redact(lastLines))}");

    CommandFailedException Failed(Command command, int exitCode, LastLines lastLines) => new(
        _redactor.Redact(command), exitCode, Redact(lastLines));

    ValueList<string> Redact(LastLines lastLines) => lastLines.ToValueList().Select(_redactor.Redact).ToValueList();
}
