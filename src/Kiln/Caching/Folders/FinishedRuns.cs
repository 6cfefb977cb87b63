namespace Kiln.Caching.Folders;

/// <summary>What builds left that did not come to their end. A running one holds a file open that bears its folder's name.</summary>
static class FinishedRuns
{
    const string Suffix = ".lock";

    internal static string LockOf(string work) => work + Suffix;

    /// <summary>Deletes the folders whose build is gone.</summary>
    internal static void Sweep(string runs)
    {
        if (!Directory.Exists(runs))
            return;
        foreach (var work in Directory.EnumerateDirectories(runs).Where(x => !IsHeld(LockOf(x))).ToArray())
        {
            Directory.Delete(work, recursive: true);
            File.Delete(LockOf(work));
        }
    }

    static bool IsHeld(string file)
    {
        try
        {
            using var mine = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            // Somebody has it open: that is the answer.
            return true;
        }
    }
}
