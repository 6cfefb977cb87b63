namespace Kiln.Oci;

/// <summary>
/// An image in a folder: <c>oci-layout</c>, <c>index.json</c> and <c>blobs/</c> (OCI image specification 1.1,
/// image-layout.md). It is read as it lies there; nothing is cached, nothing is written.
/// </summary>
public sealed partial class OciLayout
{
    // Blobs are read to their end, mostly to be hashed: larger pieces take a third less time.
    static readonly FileStreamOptions WholeFile = new()
    {
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 1 << 17,
    };

    OciLayout(string folder, ImageIndex index) => (Folder, Index) = (folder, index);

    /// <summary>Where it lies, as an absolute path.</summary>
    public string Folder { get; }

    /// <summary>What <c>index.json</c> says.</summary>
    public ImageIndex Index { get; }

    /// <summary>
    /// The one image in it: an index of several platforms or a single manifest. Several names of the same digest are
    /// one image; several digests, or none, are KILN2036.
    /// </summary>
    public Descriptor Root => Index.Manifests.DistinctBy(manifest => manifest.Digest).ToList() is [var only]
        ? only
        : throw NotOneImage();

    /// <summary>Reads the marks of a layout in a folder; KILN2030 where it has none or its version is not 1.</summary>
    public static OciLayout Open(string folder)
    {
        var full = Path.GetFullPath(folder);
        var mark = ReadFile(full, "oci-layout");
        var index = ReadFile(full, "index.json");
        var version = OciDocument.ReadLayoutVersion(mark, Path.Combine(full, "oci-layout"));
        if (!IsReadable(version))
            throw NotALayout(full, $"its version is '{version}', and only 1.x can be read");
        return new OciLayout(full, OciDocument.ReadIndex(index, Path.Combine(full, "index.json")));
    }

    /// <summary>Where the bytes of a digest lie, or would lie.</summary>
    public string BlobPath(Digest digest) => Path.Combine(Folder, "blobs", digest.Algorithm, digest.Hex);

    /// <summary>
    /// Opens the bytes behind a descriptor; KILN2031 where they are missing or more or fewer than it says.
    /// </summary>
    public FileStream OpenBlob(Descriptor descriptor) =>
        FindSizeProblem(descriptor) is { } problem
            ? throw Damaged([problem])
            : new FileStream(BlobPath(descriptor.Digest), WholeFile);

    string? FindSizeProblem(Descriptor descriptor) => new FileInfo(BlobPath(descriptor.Digest)) switch
    {
        { Exists: false } => $"{descriptor.Digest} is missing",
        { Length: var length } when length != descriptor.Size => SizeDiffers(descriptor, length),
        _ => null,
    };

    static bool IsReadable(string? version) =>
        version is not null && version.StartsWith("1.", StringComparison.Ordinal);
}
