namespace Kiln.Locking;

/// <summary>What a change says behind the pins: mirrors whose word was taken, platforms that came and went.</summary>
static class LockEntryNotes
{
    public static string Of(LockEntry entry) =>
        entry is LockedImage { Via: { } mirror } ? Joined([$"via {mirror}"]) : "";

    public static string Between(LockEntry before, LockEntry after)
    {
        string[] notes = (before, after) is (LockedImage old, LockedImage now) ? [.. Images(old, now)] : [];
        return before.Pin == after.Pin && notes.Length == 0 ? Joined(["other fields changed"]) : Joined(notes);
    }

    static IEnumerable<string> Images(LockedImage before, LockedImage after)
    {
        foreach (var platform in after.Platforms.Except(before.Platforms))
            yield return $"+{platform}";
        foreach (var platform in before.Platforms.Except(after.Platforms))
            yield return $"-{platform}";
        if (before.Via != after.Via)
            yield return after.Via is null ? "the origin answered" : $"via {after.Via}";
    }

    static string Joined(IReadOnlyCollection<string> notes) =>
        notes.Count == 0 ? "" : $"  ({string.Join(", ", notes)})";
}
