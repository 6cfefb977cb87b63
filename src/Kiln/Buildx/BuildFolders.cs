using System.Text;

namespace Kiln.Buildx;

/// <summary>Where a build reads and writes; absolute paths.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Artifacts">What later targets and people read: layouts and receipts.</param>
/// <param name="Temporary">What only the next run reads: staged contexts, bake files, remembered sizes.</param>
public sealed record BuildFolders(string Root, string Artifacts, string Temporary)
{
    /// <summary>What people and tools read about a run. Default: <c>reports</c> among the artifacts.</summary>
    public string Reports { get => field ?? Path.Combine(Artifacts, "reports"); init; }

    /// <summary>What BuildKit told in the last build.</summary>
    public string Logs => Path.Combine(Reports, "build");

    /// <summary>The layouts and receipts of all images.</summary>
    public string Images => Path.Combine(Artifacts, "images");

    /// <summary>An image's finished OCI layout.</summary>
    public string LayoutOf(ImageSpec image) => Path.Combine(Images, image.Name);

    /// <summary>An image's receipt.</summary>
    public string ReceiptOf(ImageSpec image) => Path.Combine(Images, image.Name + ".receipt.json");

    internal string Work => Path.Combine(Temporary, "build-images");

    internal string BakeFile => Path.Combine(Work, "bake.json");

    /// <summary>
    /// One for all images that are sent the same: it is staged and transferred once, and BuildKit sees that their steps are the same
    /// from the outset.
    /// </summary>
    internal string ContextOf(SentFolder sent)
    {
        var ignores = sent.IgnoreFile is { } file ? Path.GetRelativePath(Root, file) : "";
        var key = Digest.OfBytes(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(Root, sent.Folder)}\0{ignores}")).Short;
        return Path.Combine(Work, "contexts", $"{Path.GetFileName(sent.Folder)}-{key}");
    }

    internal string ContextOf(ImageSpec image) => ContextOf(SentFolder.Of(image));

    /// <summary>Where buildx reads an image's Dockerfile; inline text is written there, each in a folder of its own, which is sent.</summary>
    internal string DockerfileOf(ImageSpec image) => image.InlineDockerfile is null
        ? image.DockerfilePath
        : Path.Combine(Work, "dockerfiles", BakePlan.NameOf(image), "Dockerfile");

    internal string NewLayoutOf(string target) => Path.Combine(Work, "layouts", target);

    internal string FingerprintOf(ImageSpec image) => Path.Combine(Work, "fingerprints", BakePlan.NameOf(image));

    internal string LayerSizes => Path.Combine(Temporary, "cache", "layer-sizes");

    internal string Lock => Path.Combine(Temporary, "build-images.lock");
}
