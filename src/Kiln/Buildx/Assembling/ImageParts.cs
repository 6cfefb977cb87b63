using Kiln.Oci;
using Kiln.Primitives;
using Kiln.Receipts;

namespace Kiln.Buildx.Assembling;

/// <summary>An image for one of its platforms, as another machine left it.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Layout">Its layout, of which every digest was recomputed.</param>
/// <param name="Receipt">What was written down when it was built.</param>
sealed record ImagePart(Platform Platform, OciLayout Layout, Receipt Receipt);

/// <summary>Finds the parts of an image below <see cref="BuildFolders.Parts"/>, a folder for each platform.</summary>
static class ImageParts
{
    /// <summary>One for each of the image's platforms, in their order; KILN1035 where one is missing or of another commit.</summary>
    internal static async Task<ValueList<ImagePart>> FindAsync(ImageSpec image, AssembleRequest request, CancellationToken cancellationToken)
    {
        var parts = new List<ImagePart>();
        foreach (var platform in image.Platforms)
            parts.Add(await OpenAsync(image, platform, request, cancellationToken));
        return parts.ToValueList();
    }

    static async Task<ImagePart> OpenAsync(ImageSpec image, Platform platform, AssembleRequest request, CancellationToken cancellationToken)
    {
        var folders = request.Folders.For([platform]);
        if (!File.Exists(folders.ReceiptOf(image)))
            throw Missing(image, platform, request.Folders);
        var part = await VouchedLayout.OpenAsync(image.Name, folders.LayoutOf(image), folders.ReceiptOf(image), request.ReceiptKey, cancellationToken);
        var built = part.Receipt.Platforms.Select(x => x.Platform).ToValueList();
        if (built != [platform])
            throw Unfit(image, platform, $"its receipt is about {string.Join(", ", built)}");
        RequireThisCommit(image, platform, part.Receipt.Source, request);
        return new ImagePart(platform, part.Layout, part.Receipt);
    }

    static void RequireThisCommit(ImageSpec image, Platform platform, SourceReceipt? source, AssembleRequest request)
    {
        var (built, here) = (NameOf(source?.Commit, source?.IsDirty), NameOf(request.Commit?.Hash, request.Commit?.IsDirty));
        if (built != here)
            throw Unfit(image, platform, $"it was built from {built}, and this is {here}");
    }

    static string NameOf(string? commit, bool? isDirty) => commit is null ? "no commit" : $"commit {commit}{(isDirty == true ? " with uncommitted changes" : "")}";

    static KilnException Missing(ImageSpec image, Platform platform, BuildFolders folders)
    {
        var place = Path.GetRelativePath(folders.Root, folders.For([platform]).LayoutOf(image)).Replace('\\', '/');
        var found = Directory.Exists(folders.Parts) ? Directory.EnumerateDirectories(folders.Parts).Select(x => $"'{Path.GetFileName(x)}'").Order().ToArray() : [];
        return new KilnException(
            ErrorCodes.PartsUnfit,
            $"Image '{image.Name}' cannot be put together: its part for {platform} is not at '{place}' with a receipt beside it. "
            + $"Below '{Path.GetFileName(folders.Parts)}' there {(found.Length == 0 ? "is nothing" : $"are {string.Join(", ", found)}")}. "
            + $"Run 'DockerBuild --only-platforms {platform}' on a machine for it, and bring that folder here.");
    }

    static KilnException Unfit(ImageSpec image, Platform platform, string what) => new(
        ErrorCodes.PartsUnfit,
        $"Image '{image.Name}' cannot be put together: of its part for {platform}, {what}. Build all parts from one commit, each with 'DockerBuild --only-platforms'.");
}
