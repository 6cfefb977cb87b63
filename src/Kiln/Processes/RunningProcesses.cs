namespace Kiln.Processes;

/// <summary>Processes that an earlier build left behind, which only a <c>kill -9</c> of that build can bring about. Linux only; elsewhere it finds none.</summary>
public static class RunningProcesses
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Ends every process that was given exactly this argument, for example the path of a file that only one may use.</summary>
    public static async Task EndThoseWithArgumentAsync(string argument, CancellationToken cancellationToken = default)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (WithArgument(argument) is { Count: > 0 } left && DateTime.UtcNow < deadline)
        {
            foreach (var process in left)
                Posix.Send(process, Posix.Kill);
            await Task.Delay(20, cancellationToken);
        }
    }

    internal static IReadOnlyList<int> WithArgument(string argument) => !OperatingSystem.IsLinux()
        ? []
        : [
            .. Directory.EnumerateDirectories("/proc")
                .Select(x => int.TryParse(Path.GetFileName(x), out var process) ? process : 0)
                .Where(x => x > 0 && x != Environment.ProcessId && ArgumentsOf(x).Contains(argument)),
        ];

    static string[] ArgumentsOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or belongs to somebody else: nothing that we started.
            return [];
        }
    }
}
