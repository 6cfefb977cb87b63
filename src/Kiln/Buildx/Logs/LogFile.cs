using System.Text;

namespace Kiln.Buildx.Logs;

/// <summary>
/// A file that is written while a build runs. Whoever reads the last one keeps it, and what was written is there however the
/// build ends. A disk that takes no more ends the log, not the build.
/// </summary>
sealed class LogFile : IDisposable
{
    readonly FileStream _stream;

    LogFile(FileStream stream) => _stream = stream;

    /// <summary>Why it ends before the build does; null while all was written.</summary>
    internal string? Failure { get; private set; }

    /// <summary>Takes the place of an older file in one step; an <see cref="IOException"/> or missing rights pass through.</summary>
    internal static LogFile Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fresh = path + ".new";
        // Renamed while it is open: Windows allows that for files that may be deleted.
        var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
        try
        {
            File.Move(fresh, path, overwrite: true);
            return new LogFile(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    internal void WriteLine(string text) => WriteLine(Encoding.UTF8.GetBytes(text));

    internal void WriteLine(ReadOnlySpan<byte> text)
    {
        if (Failure is not null)
            return;
        try
        {
            _stream.Write([.. text, (byte)'\n']);
        }
        catch (IOException exception)
        {
            // The log is for people; the build needs none of it.
            Failure = exception.Message;
        }
    }

    public void Dispose() => _stream.Dispose();
}
