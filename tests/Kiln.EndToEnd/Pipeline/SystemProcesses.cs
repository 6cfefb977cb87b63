namespace Kiln.EndToEnd.Pipeline;

/// <summary>What runs on this machine, read from /proc.</summary>
static class SystemProcesses
{
    /// <summary>Processes that have one argument, and whose command line or root file system mentions a folder.</summary>
    internal static IReadOnlyList<int> WithArgument(string argument, string folder) =>
        [.. All().Where(x => CommandLine(x).Split('\0').Contains(argument) && Mentions(x, folder))];

    /// <summary>Processes whose command line or root file system mentions a folder.</summary>
    internal static IReadOnlyList<int> Of(string folder) => [.. All().Where(x => Mentions(x, folder))];

    internal static string Describe(IEnumerable<int> processes) =>
        string.Join("\n", processes.Select(x => $"{x} {CommandLine(x).Replace('\0', ' ')}"));

    static bool Mentions(int process, string folder) =>
        CommandLine(process).Contains(folder + "/", StringComparison.Ordinal)
        || Read($"/proc/{process}/mountinfo").Split('\n').Any(x => x.Contains(" / / ") && x.Contains(folder + "/", StringComparison.Ordinal));

    static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc")
        .Select(x => int.TryParse(Path.GetFileName(x), out var process) ? process : 0)
        .Where(x => x > 0 && x != Environment.ProcessId);

    static string CommandLine(int process) => Read($"/proc/{process}/cmdline");

    static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked.
            return "";
        }
    }
}
