using Kiln.Caching.Backends;
using Kiln.Caching.Folders;
using Kiln.Primitives;

namespace Kiln.Caching;

/// <summary>A plan while a build uses it: folders are read from a snapshot and written beside, everything else goes straight to its service.</summary>
public sealed class CacheSession : IAsyncDisposable
{
    readonly CachePlan _plan;
    readonly Dictionary<string, FolderRun> _folders = [];

    CacheSession(CachePlan plan) => _plan = plan;

    /// <summary>Takes snapshots of the folders that the plan names, as far as they were found usable.</summary>
    public static Task<CacheSession> BeginAsync(
        CachePlan plan, ValueList<ImageSpec> images, CancellationToken cancellationToken) =>
        BeginAsync(plan, images.SelectMany(CacheScope.AllOf).SelectMany(x => plan.UseOf(x).From), cancellationToken);

    /// <summary>The same for what is going to be read.</summary>
    internal static async Task<CacheSession> BeginAsync(
        CachePlan plan, IEnumerable<CacheEntry> reads, CancellationToken cancellationToken)
    {
        var session = new CacheSession(plan);
        var usable = plan.Findings.Where(x => x.NotReadSince is null).Select(x => x.Backend).OfType<FolderCache>();
        var tags = reads.Where(FolderRun.IsTagged).ToLookup(x => x.Attributes["src"], x => x.Attributes["tag"]);
        foreach (var folder in usable.DistinctBy(x => x.Path))
            session._folders[folder.Path] = await FolderRun.BeginAsync(folder, tags[folder.Path], cancellationToken);
        return session;
    }

    /// <summary>What the target of an image reads in this very build.</summary>
    public ValueList<CacheEntry> ReadsOf(ImageSpec image) => Read(_plan.UseOf(image).From);

    /// <summary>What it writes; ask once for each image.</summary>
    public ValueList<CacheEntry> WritesOf(ImageSpec image) => Write(_plan.UseOf(image).To);

    /// <summary>What its test stage reads beside that.</summary>
    internal ValueList<CacheEntry> TestReadsOf(ImageSpec image) => Read(TestUseOf(image).From);

    /// <summary>What its test stage writes; ask once for each image.</summary>
    internal ValueList<CacheEntry> TestWritesOf(ImageSpec image) => Write(TestUseOf(image).To);

    CacheUse TestUseOf(ImageSpec image) => _plan.UseBeside(image, CacheScope.OfTests(image.Name));

    internal ValueList<CacheEntry> Read(IEnumerable<CacheEntry> entries) => entries
        .Select(x => FolderOf(x, "src") is { } folder ? folder.Read(x) : x)
        .OfType<CacheEntry>().ToValueList();

    /// <summary>Once for each entry: a folder gives every one a place of its own.</summary>
    internal ValueList<CacheEntry> Write(IEnumerable<CacheEntry> entries) => entries
        .Select(x => FolderOf(x, "dest") is { } folder ? folder.Write(x) : x)
        .ToValueList();

    /// <summary>Takes in what the build wrote into folders. Answers what people should know.</summary>
    public async Task<ValueList<string>> KeepAsync(CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        foreach (var folder in _folders.Values)
            notes.AddRange(await folder.KeepAsync(cancellationToken));
        return notes.ToValueList();
    }

    // A local cache in a user's own words is none of these, and is left as it is.
    FolderRun? FolderOf(CacheEntry entry, string attribute) =>
        FolderRun.IsTagged(entry) && entry.Attributes.TryGetValue(attribute, out var path)
            ? _folders.GetValueOrDefault(path)
            : null;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var folder in _folders.Values)
            await folder.DisposeAsync();
    }
}
