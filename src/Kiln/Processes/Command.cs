using Kiln.Primitives;

namespace Kiln.Processes;

/// <summary>A program and what it is given. Only data: <see cref="CommandRunner"/> runs it.</summary>
public sealed record Command(string FileName, ValueList<string> Arguments = default)
{
    /// <summary>A path, or a name that is looked up on <c>PATH</c> (the command's own, when its environment sets one).</summary>
    public string FileName { get; init; } =
        FileName.Length > 0 ? FileName : throw new ArgumentException("A command needs a program.", nameof(FileName));

    /// <summary>Default: the folder that the build runs in.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Added to the build's own variables; a null removes one. Default: none.</summary>
    public ValueMap<string?> Environment { get; init; }

    /// <summary>The text that the program can read; secrets go here, never into arguments. Default: nothing to read.</summary>
    public string? StandardInput { get; init; }

    /// <summary>After this time the program and all that it started are ended. Default: none.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What an exit code other than zero means. Default: an exception.</summary>
    public FailureHandling OnFailure { get; init; }

    /// <summary>As one would type it into a shell. Not redacted: <see cref="Redactor.Redact(Command)"/> is.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(FileName).Select(ShellQuoting.Quote));
}
