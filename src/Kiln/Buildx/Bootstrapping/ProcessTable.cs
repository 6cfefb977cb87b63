using System.Diagnostics;
using Kiln.Processes;

namespace Kiln.Buildx.Bootstrapping;

/// <summary>
/// The processes that belong to one private engine, found in <c>/proc</c>: its daemons by their command lines, and what
/// <c>RUN</c> steps started by their root file system, which lies below the engine's data folder. A step's process
/// outlives a killed daemon.
/// </summary>
static class ProcessTable
{
    const int NoSignal = 0;
    const int Terminate = 15;

    static readonly HashSet<string> EnginePrograms =
        ["dockerd", "containerd", "containerd-shim-runc-v2", "runc", "docker-proxy"];

    static readonly HashSet<string> RegistryPrograms = ["docker-registry"];

    /// <summary>Process ids, in no particular order.</summary>
    internal static IReadOnlyList<int> OwnedBy(EngineFolders folders, EngineProcesses which) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(x => int.TryParse(Path.GetFileName(x), out var id) ? id : 0)
            .Where(x => x > 0 && x != System.Environment.ProcessId && Owns(folders, which, x)),
    ];

    /// <summary>Ends them: first politely, then after some seconds for good, again until none is left.</summary>
    internal static async Task EndAsync(EngineFolders folders, EngineProcesses which, CancellationToken cancellationToken)
    {
        var patience = Stopwatch.StartNew();
        for (var signal = Terminate; OwnedBy(folders, which) is { Count: > 0 } left; signal = SignalAfter(patience.Elapsed))
        {
            foreach (var id in left)
                Posix.Send(id, signal);
            if (patience.Elapsed > TimeSpan.FromSeconds(20))
                return;
            await Task.Delay(100, cancellationToken);
        }
    }

    static int SignalAfter(TimeSpan waited) => waited < TimeSpan.FromSeconds(5) ? NoSignal : Posix.Kill;

    static bool Owns(EngineFolders folders, EngineProcesses which, int id)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{id}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            var programs = which == EngineProcesses.Registry ? RegistryPrograms : EnginePrograms;
            var isProgram = words.Length > 0 && programs.Contains(Path.GetFileName(words[0]));
            return isProgram && words.Any(x => Mentions(folders, x))
                   || which == EngineProcesses.AllButRegistry && RootLiesIn(folders.Data, id);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or belongs to somebody else: not ours in either case.
            return false;
        }
    }

    static bool Mentions(EngineFolders folders, string word) =>
        word.Contains(folders.Runtime + "/", StringComparison.Ordinal) || word.Contains(folders.Data + "/", StringComparison.Ordinal);

    // The first line is the root's; its last field holds the overlay's upper and lower folders.
    static bool RootLiesIn(string folder, int id) =>
        File.ReadLines($"/proc/{id}/mountinfo").FirstOrDefault(x => x.Split(' ') is [_, _, _, _, "/", ..]) is { } root
        && root.Contains(folder + "/", StringComparison.Ordinal);
}
