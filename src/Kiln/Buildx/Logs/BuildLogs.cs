using Kiln.Reporting;

namespace Kiln.Buildx.Logs;

/// <summary>
/// The logs of one build's solves, under <c>artifacts/reports/build</c>. Those of the last build that solved anything are there,
/// older ones are not kept.
/// </summary>
sealed class BuildLogs(BuildFolders folders, IReporter reporter)
{
    internal const string EventSuffix = ".events.jsonl";
    internal const string StepSuffix = ".log";

    readonly HashSet<string> _names = [];

    /// <summary>Begins the logs of a solve, named after its only image, or <c>images</c> where there are several.</summary>
    internal SolveLogs Open(IReadOnlyCollection<ImageSpec> images)
    {
        if (_names.Count == 0)
            Clear();
        var name = images.Count == 1 ? images.First().Name : "images";
        var unique = name;
        for (var attempt = 2; !_names.Add(unique); attempt++)
            unique = $"{name}.{attempt}";
        return SolveLogs.Open(folders.Root, Path.Combine(folders.Logs, unique), reporter);
    }

    void Clear()
    {
        if (!Directory.Exists(folders.Logs))
            return;
        try
        {
            foreach (var file in Directory.EnumerateFiles(folders.Logs, "*", SearchOption.AllDirectories).Where(IsLog).ToArray())
                File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it, or owns it: it stays, and its time tells that it is old.
        }
    }

    static bool IsLog(string file) =>
        file.EndsWith(EventSuffix, StringComparison.Ordinal) || file.EndsWith(StepSuffix, StringComparison.Ordinal);
}
