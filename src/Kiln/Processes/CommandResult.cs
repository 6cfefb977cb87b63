namespace Kiln.Processes;

/// <summary>How a program ended, and what it wrote. Not redacted: callers parse it.</summary>
public sealed record CommandResult(int ExitCode, TimeSpan Duration)
{
    /// <summary>The exit code is zero.</summary>
    public bool IsSuccess => ExitCode == 0;

    /// <summary>Standard output; empty when lines or streams were asked for instead.</summary>
    public string Output { get; init; } = "";

    /// <summary>Standard error; empty when lines or streams were asked for instead.</summary>
    public string ErrorOutput { get; init; } = "";
}
