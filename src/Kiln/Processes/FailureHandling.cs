namespace Kiln.Processes;

/// <summary>What an exit code other than zero means to the caller.</summary>
public enum FailureHandling
{
    /// <summary>A <see cref="CommandFailedException"/>.</summary>
    Throw,

    /// <summary>An answer like any other, read from <see cref="CommandResult.ExitCode"/>.</summary>
    Return,
}
