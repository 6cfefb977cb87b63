using System.Text;
using Kiln.Primitives;

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

    /// <summary>The layouts and receipts of all images. Default: <c>images</c> among the artifacts.</summary>
    public string Images { get => field ?? Path.Combine(Artifacts, "images"); init; }

    /// <summary>Below it, the layouts and receipts of images for some of their platforms only, which are no whole images yet.</summary>
    public string Parts => Path.Combine(Artifacts, "platforms");

    /// <summary>The same for images of these platforms only; the same where none is named.</summary>
    public BuildFolders For(ValueList<Platform> platforms) => platforms.Count == 0
        ? this
        : this with { Images = Path.Combine(Parts, string.Join('+', platforms.Select(FolderOf).Order(StringComparer.Ordinal))) };

    /// <summary>A platform as a folder's name: <c>linux-arm64</c>.</summary>
    internal static string FolderOf(Platform platform) => platform.ToString().Replace('/', '-');

    /// <summary>An image's finished OCI layout.</summary>
    public string LayoutOf(ImageSpec image) => Path.Combine(Images, image.Name);

    /// <summary>An image's receipt.</summary>
    public string ReceiptOf(ImageSpec image) => Path.Combine(Images, image.Name + ".receipt.json");

    /// <summary>Folders that no context sends: what later targets and the next build read must not be part of what a build is made of.</summary>
    internal ValueList<string> NeverSent => [Artifacts, Path.Combine(Root, ".nuke"), Temporary];

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
