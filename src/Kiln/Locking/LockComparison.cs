using Kiln.Primitives;

namespace Kiln.Locking;

/// <summary>
/// What a build needs beside what a lock holds: images, downloads and git repositories. Actions and tools belong to
/// other parts and are not compared. All lists are sorted.
/// </summary>
public sealed partial record LockComparison
{
    /// <summary>Needed, and not in the lock. Default: none.</summary>
    public ValueList<MissingInput> Missing { get; init; }

    /// <summary>In the lock, and not needed. Default: none.</summary>
    public ValueList<UnusedEntry> Unused { get; init; }

    /// <summary>In the lock, without a platform that is needed. Default: none.</summary>
    public ValueList<LackingPlatform> WrongPlatform { get; init; }

    /// <summary>Locked content that no registry has any more; a lock alone cannot know that. Default: none.</summary>
    public ValueList<MissingInput> Gone { get; init; }

    /// <summary>Whether the lock holds just what is needed.</summary>
    public bool IsMatch => Missing.Count == 0 && Unused.Count == 0 && WrongPlatform.Count == 0 && Gone.Count == 0;

    /// <summary>Compares; a finding is data, never an exception.</summary>
    public static LockComparison Of(KilnLock content, IEnumerable<RequiredInput> required)
    {
        var needed = required.ToLookup(x => (x.Section, x.Key));
        var held = content.Entries
            .Where(x => x.Section is LockSection.Images or LockSection.Gits or LockSection.Urls)
            .ToDictionary(x => (x.Section, x.Key), x => x.Entry);
        return new LockComparison
        {
            Missing =
            [
                .. Sorted(needed.Where(x => !held.ContainsKey(x.Key)), x => x.Key)
                    .Select(x => new MissingInput(x.Key.Section, x.Key.Key, Places(x))),
            ],
            Unused =
            [
                .. Sorted(held.Keys.Where(x => !needed.Contains(x)), x => x)
                    .Select(x => new UnusedEntry(x.Section, x.Key)),
            ],
            WrongPlatform =
            [
                .. Sorted(needed.Where(x => content.Images.ContainsKey(x.Key.Key)), x => x.Key)
                    .Select(x => Lacking(x.Key.Key, content.Images[x.Key.Key], x.OfType<RequiredInput.Image>()))
                    .Where(x => x.Lacking.Count > 0),
            ],
        };
    }

    static LackingPlatform Lacking(string key, LockedImage image, IEnumerable<RequiredInput.Image> needed)
    {
        var unserved = needed.Where(x => !image.Platforms.Any(y => PlatformFit.Serves(y, x.Platform))).ToArray();
        var platforms = unserved.Select(x => x.Platform).Distinct().OrderBy(x => x.ToString(), StringComparer.Ordinal);
        return new LackingPlatform(key, platforms.ToValueList(), image.Platforms, Places(unserved));
    }

    static ValueList<InputPlace> Places(IEnumerable<RequiredInput> inputs) => inputs
        .Select(x => x.Place)
        .Distinct()
        .OrderBy(x => x.File, StringComparer.Ordinal)
        .ThenBy(x => x.Line)
        .ToValueList();

    static IEnumerable<T> Sorted<T>(IEnumerable<T> items, Func<T, (LockSection Section, string Key)> key) =>
        items.OrderBy(x => key(x).Section).ThenBy(x => key(x).Key, StringComparer.Ordinal);
}
