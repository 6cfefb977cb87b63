using Kiln.Locking.Format;

namespace Kiln.Locking;

/// <summary>What is said when a lock cannot be read or written.</summary>
static class LockErrors
{
    public static KilnException Unreadable(string path, IReadOnlyCollection<string> problems) => new(
        ErrorCodes.LockUnreadable,
        $"The lock '{path}' cannot be read:\n{Indent(problems)}\n"
        + $"Correct the file, or take the last one that was committed: `git checkout HEAD -- {path}`. "
        + "Nothing was overwritten.");

    public static KilnException NotOpened(string path, Exception cause) => new(
        ErrorCodes.LockUnreadable,
        $"The lock '{path}' cannot be opened: {cause.Message.TrimEnd('.')}. See to it that the file may be read.",
        cause);

    public static KilnException Conflict(string path, IReadOnlyCollection<MergeConflict> conflicts) => new(
        ErrorCodes.LockConflict,
        $"The lock '{path}' has a merge conflict:\n{Indent(conflicts.Select(x => x.ToString()))}\n"
        + "Keep the lines of both sides and delete the markers, or take one side with "
        + $"`git checkout --ours {path}` and run `./build.sh Restore`. Nothing was overwritten.");

    public static KilnException TooNew(string path, string version) => new(
        ErrorCodes.LockTooNew,
        $"The lock '{path}' has version {version}, and this Kiln reads version {KilnLock.CurrentVersion}: a newer Kiln "
        + "wrote it. Update Kiln to read it. Nothing was overwritten.");

    public static KilnException NotWritten(string path, Exception cause) => new(
        ErrorCodes.LockNotWritten,
        $"The lock '{path}' could not be written: {cause.Message.TrimEnd('.')}. What was there is unharmed. See to it "
        + "that the folder may be written to and that there is room on the disk, and run the build again.",
        cause);

    static string Indent(IEnumerable<string> lines) => string.Join('\n', lines.Select(x => $"  {x}"));
}
