using Kiln.Buildx.Budgets;
using Kiln.Oci;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Buildx.Assembling;

/// <summary>
/// Puts images together that were built platform by platform, on machines of those platforms: the same index, byte for byte, that one
/// machine would have built for all of them. The parts stay where they are.
/// </summary>
public sealed class ImageAssembler(IReporter reporter)
{
    /// <summary>
    /// Leaves a layout and a receipt for each image. KILN1035 for a part that is missing or of another commit, KILN2031 and KILN2035 for one that is
    /// damaged, KILN4008 for one whose receipt is not signed as it should be; until all of an image's parts are sound, its last layout stays.
    /// </summary>
    public async Task<ValueList<BuiltImage>> AssembleAsync(AssembleRequest request, CancellationToken cancellationToken)
    {
        await using var only = await FileLock.AcquireAsync(
            request.Folders.Lock, cancellationToken, () => reporter.Information("Waiting for another build of this checkout"));
        var all = new List<(ImageSpec Image, ValueList<ImagePart> Parts)>();
        foreach (var image in request.Images)
            all.Add((image, await ImageParts.FindAsync(image, request, cancellationToken)));
        return all.Select(x => Assemble(x.Image, x.Parts, request)).ToValueList();
    }

    BuiltImage Assemble(ImageSpec image, ValueList<ImagePart> parts, AssembleRequest request)
    {
        var folder = request.Folders.NewLayoutOf(BakePlan.NameOf(image));
        Folders.DeleteIfThere(folder);
        var digest = parts is [var single]
            ? Copy(single.Layout, folder)
            : JoinedLayout.Write(folder, parts.Select(x => (x.Platform, x.Layout)).ToValueList(), CommitLabels.AnnotationsOf(image, request.Commit), HardLink.Create);
        var receipt = JoinedReceipt.Of(image, digest, parts);
        new BudgetGate(request.Folders.Root, request.Published, reporter).Require([(image, receipt)]);
        var built = FinishedImage.SwapIn(request.Folders, image, receipt);
        if (request.ReceiptKey is { } key)
            ReceiptSignature.Write(request.Folders.ReceiptOf(image), key);
        reporter.Information($"Assembled {image.Name}: {string.Join(", ", parts.Select(x => x.Platform))} → {digest}");
        return built;
    }

    // Blobs never change, so both layouts may have the same file; the marks are each layout's own.
    static Digest Copy(OciLayout layout, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(layout.Folder, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(folder, Path.GetRelativePath(layout.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (Path.GetDirectoryName(file) == layout.Folder)
                File.Copy(file, place);
            else
                HardLink.Create(file, place);
        }

        return layout.Root.Digest;
    }
}
