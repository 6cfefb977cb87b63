using Kiln.Locking.Format;
using Kiln.Locking.Format.Json;

namespace Kiln.Locking;

/// <summary>
/// A lock as text: JSON with one entry a line, everything in ordinal order, so that equal locks are equal texts, and
/// branches that add different entries merge.
/// </summary>
public static class LockText
{
    /// <summary>The text of a lock, with a line feed at its end.</summary>
    public static string Write(KilnLock content) => LockWriter.Write(content);

    /// <summary>
    /// Reads a lock; <paramref name="path"/> is what messages call it. KILN6002 when a merge is not finished, KILN6003
    /// when a newer Kiln wrote it, KILN6001 with all that is wrong otherwise.
    /// </summary>
    public static KilnLock Read(string text, string path)
    {
        if (MergeConflict.AllIn(text) is { Count: > 0 } conflicts)
            throw LockErrors.Conflict(path, conflicts);
        try
        {
            return LockReader.Read(JsonParser.ParseObject(text.TrimStart('\uFEFF')), path);
        }
        catch (JsonSyntaxException error)
        {
            throw LockErrors.Unreadable(path, [error.Message]);
        }
    }
}
