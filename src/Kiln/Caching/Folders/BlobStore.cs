using Kiln.Primitives;

namespace Kiln.Caching.Folders;

/// <summary>The blobs of one OCI layout, named by their digests.</summary>
sealed class BlobStore(string layout)
{
    internal string PathOf(Digest digest) => Path.Combine(layout, "blobs", digest.Algorithm, digest.Hex);

    internal long? SizeOf(Digest digest) => new FileInfo(PathOf(digest)) is { Exists: true } file ? file.Length : null;

    /// <summary>The manifest and what it lists; null where any of it is missing.</summary>
    internal IReadOnlyCollection<Digest>? ClosureOf(CacheIndexEntry entry)
    {
        if (SizeOf(entry.Digest) != entry.Size || CacheManifest.BlobsOf(File.ReadAllBytes(PathOf(entry.Digest))) is not { } blobs)
            return null;
        return blobs.All(x => SizeOf(x) is not null) ? [entry.Digest, .. blobs] : null;
    }

    /// <summary>Gives blobs of another layout to this one too; those that it has are left alone.</summary>
    internal void Take(BlobStore from, IEnumerable<Digest> digests)
    {
        foreach (var digest in digests)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(digest))!);
            HardLink.Create(from.PathOf(digest), PathOf(digest));
        }
    }

    /// <summary>Deletes all blobs but these.</summary>
    internal void KeepOnly(IReadOnlySet<Digest> wanted)
    {
        var blobs = Path.Combine(layout, "blobs");
        if (!Directory.Exists(blobs))
            return;
        var kept = wanted.Select(PathOf).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories).Where(x => !kept.Contains(x)))
            File.Delete(file);
    }
}
