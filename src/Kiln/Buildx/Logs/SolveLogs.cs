using Kiln.Buildx.Progress;
using Kiln.Primitives;
using Kiln.Reporting;

namespace Kiln.Buildx.Logs;

/// <summary>The two logs of one solve.</summary>
sealed class SolveLogs : IDisposable
{
    readonly LogFile[] _files;

    SolveLogs(string? place, LogFile[] files) => (Place, _files) = (place, files);

    /// <summary>Where people find it, from the repository's root; null where it could not be written.</summary>
    internal string? Place { get; }

    internal ValueList<ISolveListener> Listeners => _files is [var events, var steps] ? [new EventLog(events), new StepLog(steps)] : [];

    /// <summary>Without a log the build goes on, and a warning tells why there is none.</summary>
    internal static SolveLogs Open(string root, string path, IReporter reporter)
    {
        var opened = new List<LogFile>();
        try
        {
            opened.Add(LogFile.Open(path + BuildLogs.EventSuffix));
            opened.Add(LogFile.Open(path + BuildLogs.StepSuffix));
            return new SolveLogs(NameOf(root, path + BuildLogs.StepSuffix), [.. opened]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            foreach (var file in opened)
                file.Dispose();
            reporter.Warning($"The build has no log, since '{path}{BuildLogs.StepSuffix}' cannot be written: {exception.Message}");
            return new SolveLogs(null, []);
        }
    }

    /// <summary>A warning where a log ends before its solve does.</summary>
    internal IEnumerable<string> Troubles() => _files.Select(x => x.Failure).OfType<string>().Distinct()
        .Select(x => $"The log '{Place}' is not whole: {x}");

    public void Dispose()
    {
        foreach (var file in _files)
            file.Dispose();
    }

    static string NameOf(string root, string path) =>
        Path.GetRelativePath(root, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal)
            ? relative.Replace('\\', '/')
            : path;
}
