using System.Text.RegularExpressions;
using Kiln.Processes;

namespace Kiln.Buildx.Bootstrapping;

/// <summary>The mounts that an engine leaves behind: also after a clean stop, and all of them after a kill.</summary>
static partial class MountTable
{
    /// <summary>Mount points at or below these folders, the deepest first. Reads <c>/proc/self/mountinfo</c> (proc(5)).</summary>
    internal static IReadOnlyList<string> Below(string mountInfo, params IEnumerable<string> folders) =>
    [
        .. mountInfo.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => Unescape(x.Split(' ')[4]))
            .Where(x => folders.Any(y => x == y || x.StartsWith(y + "/", StringComparison.Ordinal)))
            .OrderByDescending(x => x.Length),
    ];

    /// <summary>Unmounts them all; a busy one is detached and goes when its last user does.</summary>
    internal static async Task UnmountAsync(CommandRunner runner, EngineFolders folders, CancellationToken cancellationToken)
    {
        var mounts = Below(await File.ReadAllTextAsync("/proc/self/mountinfo", cancellationToken), folders.Data, folders.Runtime);
        foreach (var mount in mounts)
        {
            await runner.RunAsync(
                new Command("umount", ["--lazy", mount]) { OnFailure = FailureHandling.Return }, cancellationToken);
        }
    }

    // Blanks and the like are written in octal: \040.
    static string Unescape(string path) =>
        Octal().Replace(path, x => ((char)Convert.ToInt32(x.Groups[1].Value, 8)).ToString());

    [GeneratedRegex(@"\\([0-7]{3})")]
    private static partial Regex Octal();
}
