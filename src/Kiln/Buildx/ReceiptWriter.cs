using Kiln.Oci;
using Kiln.Primitives;
using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>Reads what was built and writes down what it is. Sizes are measured on the layouts, never taken on trust.</summary>
sealed class ReceiptWriter(
    BuildRequest request, IReadOnlyDictionary<string, Digest> announced, Func<ImageSpec, CancellationToken, Task<WorkReceipt>> work)
{
    readonly ImageBases _bases = new(request, announced);
    readonly ILayerSizeMemo _sizes = new FolderLayerSizeMemo(request.Folders.LayerSizes);

    /// <summary>The receipt of a fresh layout; KILN3022 when the layout is not what BuildKit announced.</summary>
    internal async Task<Receipt> WriteAsync(ImageSpec image, CancellationToken cancellationToken)
    {
        var layout = OciLayout.Open(request.Folders.NewLayoutOf(BakePlan.NameOf(image)));
        await layout.VerifyAsync(cancellationToken);
        RequireAnnounced(image, layout.Root.Digest);
        var platforms = await layout.ReadImagesAsync(_sizes, cancellationToken);
        return new Receipt
        {
            Name = image.Name,
            Digest = layout.Root.Digest,
            Platforms = platforms.Select(x => Describe(image, x)).ToValueList(),
            Source = request.Commit is { } commit ? new SourceReceipt(commit.Hash, commit.CommitTime, commit.IsDirty) : null,
            Builder = new BuilderReceipt(
                request.Engine.EngineVersion, request.Engine.BuildxVersion.ToString(), request.Engine.BuildKitVersion),
            Inputs = request.Inputs.GetValueOrDefault(image.Name).Select(x => new InputReceipt(x.Name, x.Pin)).ToValueList(),
            Work = await work(image, cancellationToken),
            SingleStage = await MeasureSingleStageAsync(image, cancellationToken),
        };
    }

    void RequireAnnounced(ImageSpec image, Digest found)
    {
        var expected = announced.GetValueOrDefault(BakePlan.NameOf(image));
        if (expected != found)
        {
            throw new KilnException(
                ErrorCodes.LayoutDiffers,
                $"Image '{image.Name}': BuildKit announced {expected?.ToString() ?? "no digest"} and wrote {found}. Nothing was kept; build again.");
        }
    }

    async Task<SingleStageReceipt?> MeasureSingleStageAsync(ImageSpec image, CancellationToken cancellationToken)
    {
        if (image.SingleStage is not { } stage)
            return null;
        var layout = OciLayout.Open(request.Folders.NewLayoutOf(BakePlan.SingleStageNameOf(image)));
        var measured = (await layout.ReadImagesAsync(_sizes, cancellationToken))[0];
        return new SingleStageReceipt(stage, measured.CompressedSize, measured.UnpackedSize);
    }

    PlatformReceipt Describe(ImageSpec spec, LayoutImage image) => new(
        image.Platform,
        image.ManifestDigest,
        image.ConfigDigest,
        image.CompressedSize,
        image.UnpackedSize,
        image.Layers.Select(x => new LayerReceipt(x.Digest, x.CompressedSize, x.UnpackedSize, x.Instruction)).ToValueList())
    {
        Base = _bases.Of(spec, image),
    };
}
