using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Kiln.Engine.Output.Logging;

/// <summary>The whole log in two files: one of always the same name, one that is kept for a while.</summary>
sealed class LogFiles : ILogEventSink, IDisposable
{
    const int KeptFiles = 5;

    readonly Lock _lock = new();
    readonly (TextWriter Writer, MessageTemplateTextFormatter Formatter)[] _files;

    public LogFiles(string directory, SecretMask secrets)
    {
        DeleteOldest(directory);
        var history = Path.Combine(directory, $"build.{DateTime.Now:yyyy-MM-dd_HH-mm-ss}.log");
        _files =
        [
            (Open(Path.Combine(directory, "build.log"), FileMode.Create, secrets), new(LogTemplates.TimestampedFile)),
            (Open(history, FileMode.Append, secrets), new(LogTemplates.File)),
        ];
    }

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            foreach (var (writer, formatter) in _files)
            {
                formatter.Format(logEvent, writer);
                writer.Flush();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var (writer, _) in _files)
                writer.Dispose();
        }
    }

    /// <summary>Shared, because another build of the same repository may run at the same time.</summary>
    static MaskedWriter Open(string file, FileMode mode, SecretMask secrets)
    {
        var stream = new FileStream(file, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        return new(new StreamWriter(stream), secrets);
    }

    static void DeleteOldest(string directory)
    {
        var files = Directory.GetFiles(directory, "build.*.log");
        foreach (var file in files.OrderDescending(StringComparer.Ordinal).Skip(KeptFiles))
            File.Delete(file);
    }
}
