using Kiln.Buildx;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Pushing;

/// <summary>
/// Publishes built images: what the receipts vouch for, byte for byte. Everything that can be refused is refused before
/// the first byte is sent.
/// </summary>
public sealed class ImagePusher(IReporter reporter)
{
    /// <summary>Pushes every image to every registry, and writes down what is where in <c>pushed.json</c>.</summary>
    public async Task<ValueList<PushedImage>> PushAsync(PushRequest request, CancellationToken cancellationToken)
    {
        PushChecks.Require(request);
        if (PushChecks.DirtyTreeGoesTo(request) is { } remote)
            reporter.Warning($"Pushing an uncommitted tree to {remote}, as was asked for");
        var plans = request.Images.Select(x => (Image: x, Tags: TagPlan.For(x, request.Commit, request.Tags, request.Host))).ToArray();
        foreach (var note in plans.SelectMany(x => x.Tags).Select(x => x.Note).OfType<string>().Distinct())
            reporter.Information(note);
        var images = new List<(OciLayout Layout, Receipt Receipt, ValueList<PlannedTag> Tags)>();
        foreach (var (image, tags) in plans)
        {
            var (layout, receipt) = await OpenAsync(request.Folders, image, cancellationToken);
            images.Add((layout, receipt, tags));
        }

        foreach (var registry in request.Registries.Select(x => x.Registry).Distinct())
            await RegistryProbe.RequireAsync(registry, cancellationToken: cancellationToken);
        using var client = new RegistryClient(request.Access);
        var pushed = new List<PushedImage>();
        foreach (var registry in request.Registries)
        {
            foreach (var (layout, receipt, tags) in images)
                pushed.Add(await PushAsync(client, layout, receipt, tags, registry, cancellationToken));
        }

        PushedFile.Write(Path.Combine(request.Folders.Images, "pushed.json"), pushed);
        return pushed.ToValueList();
    }

    static async Task<(OciLayout, Receipt)> OpenAsync(BuildFolders folders, ImageSpec image, CancellationToken cancellationToken)
    {
        var receipt = ReceiptFile.Read(folders.ReceiptOf(image)) ?? throw new KilnException(
            ErrorCodes.ImageNotBuilt,
            $"Image '{image.Name}' has no receipt at '{folders.ReceiptOf(image)}'. Run DockerBuild first; Push only publishes what it left.");
        var layout = OciLayout.Open(folders.LayoutOf(image));
        await layout.VerifyAsync(cancellationToken);
        return layout.Root.Digest == receipt.Digest
            ? (layout, receipt)
            : throw new KilnException(
                ErrorCodes.LayoutDiffers,
                $"Image '{image.Name}': its receipt says {receipt.Digest} and its layout holds {layout.Root.Digest}. Nothing was pushed; run DockerBuild again.");
    }

    static async Task<PushedImage> PushAsync(
        RegistryClient client,
        OciLayout layout,
        Receipt receipt,
        ValueList<PlannedTag> tags,
        RegistryNamespace registry,
        CancellationToken cancellationToken)
    {
        var options = new PushOptions { Tags = TagPolicy.AllowMovesOf(tags.Where(x => x.IsMutable).Select(x => x.Name)) };
        var result = await new LayoutPusher(client, options)
            .PushAsync(layout, registry.Image(receipt.Name), tags.Select(x => x.Name), cancellationToken);
        return new PushedImage { Receipt = receipt, Result = result };
    }
}
