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

    /// <summary>Takes snapshots of the folders that the plan names; they must be writable.</summary>
    public static async Task<CacheSession> BeginAsync(
        CachePlan plan, ValueList<ImageSpec> images, CancellationToken cancellationToken)
    {
        var session = new CacheSession(plan);
        var tags = images.SelectMany(x => plan.UseOf(x).From).Where(x => x.Type == "local").ToLookup(x => x.Attributes["src"], x => x.Attributes["tag"]);
        foreach (var folder in plan.Findings.Select(x => x.Backend).OfType<FolderCache>())
            session._folders[folder.Path] = await FolderRun.BeginAsync(folder, tags[folder.Path], cancellationToken);
        return session;
    }

    /// <summary>What the target of an image reads in this very build.</summary>
    public ValueList<CacheEntry> ReadsOf(ImageSpec image) => _plan.UseOf(image).From
        .Select(x => FolderOf(x, "src") is { } folder ? folder.Read(x) : x)
        .OfType<CacheEntry>().ToValueList();

    /// <summary>What it writes; ask once for each image.</summary>
    public ValueList<CacheEntry> WritesOf(ImageSpec image) => _plan.UseOf(image).To
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

    // A local cache of a user's own words is none of these, and is left as it is.
    FolderRun? FolderOf(CacheEntry entry, string attribute) =>
        entry.Type == "local" && entry.Attributes.TryGetValue(attribute, out var path) ? _folders.GetValueOrDefault(path) : null;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var folder in _folders.Values)
            await folder.DisposeAsync();
    }
}
