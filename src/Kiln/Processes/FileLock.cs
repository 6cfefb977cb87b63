namespace Kiln.Processes;

/// <summary>
/// One process at a time: holds a file open, exclusively, until disposed. The system lets go of it when the holder is
/// killed, so nothing stale can stay.
/// </summary>
public sealed class FileLock : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    readonly FileStream _file;

    FileLock(FileStream file) => _file = file;

    /// <summary>Waits until the file is free. <paramref name="onWait"/> is called once when it is not.</summary>
    public static async Task<FileLock> AcquireAsync(string path, CancellationToken cancellationToken, Action? onWait = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                // Another process holds it; its owner is not known to the system, so asking again is all one can do.
                onWait?.Invoke();
                onWait = null;
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Lets the next one in.</summary>
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
