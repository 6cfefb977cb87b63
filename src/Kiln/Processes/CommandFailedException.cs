using Kiln.Primitives;

namespace Kiln.Processes;

/// <summary>A program ended with an exit code other than zero. All that it carries has passed the redactor.</summary>
public sealed class CommandFailedException : KilnException
{
    internal CommandFailedException(Command command, int exitCode, ValueList<string> lastLines)
        : base(ErrorCodes.CommandFailed, Describe(command, exitCode, lastLines))
    {
        Command = command;
        ExitCode = exitCode;
        LastLines = lastLines;
    }

    /// <summary>What was run.</summary>
    public Command Command { get; }

    /// <summary>What it ended with; above 128, the signal that ended it plus 128.</summary>
    public int ExitCode { get; }

    /// <summary>The last lines of both its streams, as they came.</summary>
    public ValueList<string> LastLines { get; }

    static string Describe(Command command, int exitCode, ValueList<string> lastLines)
    {
        var place = command.WorkingDirectory is { } folder ? $" in '{folder}'" : "";
        return $"'{Path.GetFileName(command.FileName)}' ended with exit code {exitCode}{place}: {command}" +
               $"{Environment.NewLine}{Processes.LastLines.Describe(lastLines)}";
    }
}
