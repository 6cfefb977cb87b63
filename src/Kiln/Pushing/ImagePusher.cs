using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Pushing.Attachments;
using Kiln.Pushing.Outputs;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Pushing;

/// <summary>
/// Publishes built images: what the receipts vouch for, byte for byte. Everything that can be refused is refused before
/// the first byte is sent.
/// </summary>
public sealed class ImagePusher(IReporter reporter)
{
    /// <summary>Pushes every image to every registry, and writes down what is where.</summary>
    public async Task<ValueList<PushedImage>> PushAsync(PushRequest request, CancellationToken cancellationToken)
    {
        PushChecks.Require(request);
        if (PushChecks.DirtyTreeGoesTo(request) is { } remote)
            reporter.Warning($"Pushing an uncommitted tree to {remote}, as was asked for");
        if (PushChecks.StaysOnHost(request) is { } place)
            reporter.Warning($"Pushing to {place} only, which is on this machine of the CI host and goes with it: name the registry that others pull from in 'IHazRegistries.Registries' (docs/guides/registries.md)");
        var plans = request.Images.Select(x => (Image: x, Tags: PushChecks.TagsOf(request, x))).ToArray();
        foreach (var note in plans.SelectMany(x => x.Tags).Select(x => x.Note).OfType<string>().Distinct())
            reporter.Information(note);
        var verdicts = request.Gate is { } gate ? new VerdictChecks(request, gate, reporter) : null;
        var images = new List<(VouchedLayout Built, ValueList<PlannedTag> Tags)>();
        foreach (var (image, tags) in plans)
        {
            var built = await VouchedLayout.OpenAsync(
                image.Name, request.Folders.LayoutOf(image), request.Folders.ReceiptOf(image), request.ReceiptKey, cancellationToken);
            verdicts?.Require(built);
            images.Add((built, tags));
        }

        foreach (var registry in request.Registries.Select(x => x.Registry).Distinct())
            await RegistryProbe.RequireAsync(registry, cancellationToken: cancellationToken);
        using var client = new RegistryClient(request.Access);
        var pushed = new List<PushedImage>();
        foreach (var registry in request.Registries)
        {
            foreach (var (built, tags) in images)
                pushed.Add(await PushAsync(client, request, built, tags, registry, cancellationToken));
        }

        PushOutputs.Write(request.Folders.Images, request.GitHubOutput, [.. pushed.Select(x => new PublishedImage(x.Receipt.Name, x.Result))]);
        return pushed.ToValueList();
    }

    async Task<PushedImage> PushAsync(
        RegistryClient client,
        PushRequest request,
        VouchedLayout built,
        ValueList<PlannedTag> tags,
        RegistryNamespace registry,
        CancellationToken cancellationToken)
    {
        var repository = registry.Image(built.Receipt.Name);
        var options = new PushOptions
        {
            Tags = TagPolicy.AllowMovesOf(tags.Where(x => x.IsMutable).Select(x => x.Name)),
            Attachments = request.Attaches ? ImageAttachments.Of(request.Folders, built, repository, request.Builder) : [],
        };
        var result = await new LayoutPusher(client, options).PushAsync(built.Layout, repository, tags.Select(x => x.Name), cancellationToken);
        if (result.ObjectionToAttachments is { } objection)
            reporter.Warning($"'{repository}' has the image, and not what is known about it (receipt, reports, provenance): {objection}");
        return new PushedImage { Receipt = built.Receipt, Result = result };
    }
}
