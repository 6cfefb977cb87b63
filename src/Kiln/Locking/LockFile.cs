namespace Kiln.Locking;

/// <summary>Locks on disk: written in one step, so that no half-written one is ever found.</summary>
public static class LockFile
{
    /// <summary>Reads one; null when there is none. Errors as in <see cref="LockText.Read"/>.</summary>
    public static KilnLock? Read(string path) => ReadText(path) is { } text ? LockText.Read(text, path) : null;

    /// <summary>
    /// Writes beside the file and moves it there; a file that says the same already is not touched. KILN6005 when that
    /// cannot be done; then the file is as it was.
    /// </summary>
    public static void Write(string path, KilnLock content)
    {
        var text = LockText.Write(content);
        if (ReadText(path) == text)
            return;
        var fresh = path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(fresh, text);
            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Discard(fresh);
            throw LockErrors.NotWritten(path, error);
        }
    }

    static string? ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // No lock is a state like any other.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LockErrors.NotOpened(path, error);
        }
    }

    // On a full disk the beginning of it may be there.
    static void Discard(string fresh)
    {
        try
        {
            File.Delete(fresh);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The failure to write is what is reported; the next write replaces the rest.
        }
    }
}
