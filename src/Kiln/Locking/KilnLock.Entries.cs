using Kiln.Primitives;

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

    /// <summary>The entries of both; of two with one key the other lock's counts.</summary>
    public KilnLock With(KilnLock other) => this with
    {
        Images = Images.Concat(other.Images).ToValueMap(),
        Gits = Gits.Concat(other.Gits).ToValueMap(),
        Urls = Urls.Concat(other.Urls).ToValueMap(),
        Actions = Actions.Concat(other.Actions).ToValueMap(),
        Tools = Tools.Concat(other.Tools).ToValueMap(),
    };

    /// <summary>All but these entries.</summary>
    internal KilnLock Without(IEnumerable<UnusedEntry> entries)
    {
        var keys = entries.Select(x => (x.Section, x.Key)).ToHashSet();
        return this with
        {
            Images = Images.Where(x => !keys.Contains((LockSection.Images, x.Key))).ToValueMap(),
            Gits = Gits.Where(x => !keys.Contains((LockSection.Gits, x.Key))).ToValueMap(),
            Urls = Urls.Where(x => !keys.Contains((LockSection.Urls, x.Key))).ToValueMap(),
        };
    }
}
