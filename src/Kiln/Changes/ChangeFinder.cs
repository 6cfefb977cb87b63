using System.Text.Json;
using Kiln.Commits;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Reporting;
using Kiln.Scanning;

namespace Kiln.Changes;

/// <summary>Compares what this run built with what the base branch has in the registry.</summary>
public sealed class ChangeFinder(IReporter reporter)
{
    /// <summary>
    /// One for each image that was built. A base that is not there, or cannot be asked, is told and compared with nothing: that ends no run.
    /// KILN1030 for a receipt of this run that cannot be read.
    /// </summary>
    public async Task<ValueList<ImageChange>> FindAsync(ChangeRequest request, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(request.Access);
        var changes = new List<ImageChange>();
        foreach (var image in request.Images)
        {
            if (ReceiptFile.Read(request.Folders.ReceiptOf(image)) is { } receipt)
                changes.Add(new ImageChange(receipt, FindingsOf(request, receipt), await FindBaseAsync(client, request, image, cancellationToken)));
        }

        return changes.ToValueList();
    }

    static ValueList<Finding> FindingsOf(ChangeRequest request, Receipt receipt) => (receipt.Scan?.Scanners ?? [])
        .Select(x => ScanFolders.ReportOf(request.Folders, receipt.Name, x.Platform, x.Scanner))
        .Where(File.Exists)
        .Select(x => JsonSerializer.Deserialize(File.ReadAllBytes(x), ScanJson.Default.ScanReport))
        .OfType<ScanReport>()
        .SelectMany(x => x.Findings)
        .ToValueList();

    async Task<PublishedRecord?> FindBaseAsync(RegistryClient client, ChangeRequest request, ImageSpec image, CancellationToken cancellationToken)
    {
        if (request.BaseCommit is not { Length: >= SourceCommit.ShortLength } commit || request.Registries.Count == 0)
            return null;
        var place = request.Registries[0].Image(image.Name).WithTag(commit[..SourceCommit.ShortLength]);
        try
        {
            var found = await PublishedRecords.FindAsync(client, place, cancellationToken);
            if (found is null)
                reporter.Information($"Compared  {image.Name}: '{place}' is not there or carries no receipt, so nothing is known of the base");
            return found;
        }
        catch (Exception error) when (error is KilnException or JsonException)
        {
            reporter.Warning($"The base of '{image.Name}' is not known: '{place}' cannot be read: {error.Message}");
            return null;
        }
    }
}
