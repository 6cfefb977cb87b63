using System.Globalization;
using System.Security.Cryptography;

namespace Kiln.Contexts;

/// <summary>What the files of a staged context hold: short digests and modes by path, as text of one line a file.</summary>
sealed class ContextContents
{
    // Enough to tell two versions of one file apart.
    const int DigestLength = 16;

    readonly IReadOnlyDictionary<string, ContentEntry> _entries;

    ContextContents(IReadOnlyDictionary<string, ContentEntry> entries) => _entries = entries;

    /// <summary>Of no files.</summary>
    internal static ContextContents None { get; } = new(new Dictionary<string, ContentEntry>());

    /// <summary>Reads the files, but only those whose size or time is not the one that is known.</summary>
    internal static ContextContents Of(string folder, ContextContents known, CancellationToken cancellationToken)
    {
        var entries = ContextScan.OfStaged(folder, cancellationToken).Values.Where(x => x.Kind != EntryKind.Folder);
        return new ContextContents(entries.AsParallel().WithCancellation(cancellationToken)
            .Select(x => KeyValuePair.Create(x.Path, EntryOf(folder, x, known)))
            .ToDictionary());
    }

    /// <summary>What <see cref="ToString"/> wrote; lines that it did not write are left out.</summary>
    internal static ContextContents Parse(string text) => new(text.Split('\n')
        .Select(x => x.Split('\t', 5))
        .Where(x => x.Length == 5 && long.TryParse(x[1], CultureInfo.InvariantCulture, out _) && long.TryParse(x[2], CultureInfo.InvariantCulture, out _))
        .ToDictionary(x => x[4], x => new ContentEntry(
            x[0], long.Parse(x[1], CultureInfo.InvariantCulture), long.Parse(x[2], CultureInfo.InvariantCulture), x[3])));

    /// <summary>Paths whose files are new, gone, or hold something else, in order.</summary>
    internal IEnumerable<string> ChangedSince(ContextContents before) => Differing(before, (x, y) => x?.Digest != y?.Digest);

    /// <summary>Paths whose files hold the same and have another mode, in order.</summary>
    internal IEnumerable<string> OtherModesSince(ContextContents before) =>
        Differing(before, (x, y) => x is not null && y is not null && x.Digest == y.Digest && x.Mode != y.Mode);

    /// <summary>Sorted, so that equal contents give equal text.</summary>
    public override string ToString() => string.Concat(_entries.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x =>
        string.Create(CultureInfo.InvariantCulture, $"{x.Value.Digest}\t{x.Value.Size}\t{x.Value.Ticks}\t{x.Value.Mode}\t{x.Key}\n")));

    IEnumerable<string> Differing(ContextContents before, Func<ContentEntry?, ContentEntry?, bool> isDifferent) =>
        _entries.Keys.Union(before._entries.Keys)
            .Where(x => isDifferent(_entries.GetValueOrDefault(x), before._entries.GetValueOrDefault(x)))
            .Order(StringComparer.Ordinal);

    static ContentEntry EntryOf(string folder, ContextEntry entry, ContextContents known)
    {
        var mode = entry.Mode is { } bits ? Convert.ToString((int)bits, 8) : "-";
        if (entry.LinkTarget is { } target)
            return new ContentEntry("link to " + target.Replace('\t', ' ').Replace('\n', ' '), 0, 0, mode);
        var (size, ticks) = (entry.Size, entry.Modified.Ticks);
        if (known._entries.GetValueOrDefault(entry.Path) is { } same && (same.Size, same.Ticks) == (size, ticks))
            return same with { Mode = mode };
        using var stream = File.OpenRead(Path.Combine(folder, entry.Path));
        return new ContentEntry(Convert.ToHexStringLower(SHA256.HashData(stream))[..DigestLength], size, ticks, mode);
    }

    sealed record ContentEntry(string Digest, long Size, long Ticks, string Mode);
}
