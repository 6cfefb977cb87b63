namespace Kiln.Locking;

public sealed partial record KilnLock
{
    /// <summary>All entries of the known sections, by section and key.</summary>
    internal IEnumerable<(LockSection Section, string Key, LockEntry Entry)> Entries =>
    [
        .. Of(LockSection.Images, Images),
        .. Of(LockSection.Gits, Gits),
        .. Of(LockSection.Urls, Urls),
        .. Of(LockSection.Actions, Actions),
        .. Of(LockSection.Tools, Tools),
    ];

    static IEnumerable<(LockSection, string, LockEntry)> Of<T>(
        LockSection section, IEnumerable<KeyValuePair<string, T>> entries)
        where T : LockEntry => entries.Select(x => (section, x.Key, (LockEntry)x.Value));
}
