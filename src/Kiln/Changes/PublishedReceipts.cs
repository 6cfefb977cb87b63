using System.Text.Json;
using Kiln.Commits;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Changes;

/// <summary>Finds how the base branch's images were built, for budgets that compare with them (<see cref="SizeGrowth"/>).</summary>
/// <param name="reporter">Told of a registry that cannot be read.</param>
public sealed class PublishedReceipts(IReporter reporter)
{
    /// <summary>
    /// By name, of images whose budget asks for it: that of the base's commit, else that of the branch's tag, in the first registry. One that is not there, or cannot be
    /// read, is left out; no registry is asked where no budget asks.
    /// </summary>
    /// <param name="request">Images, base and registries.</param>
    /// <param name="branch">The base branch, whose images <see cref="ImageTag.Branch"/> tags; null where it is not known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ValueMap<Receipt>> FindAsync(ChangeRequest request, string? branch, CancellationToken cancellationToken)
    {
        ValueMap<Receipt> found = [];
        var compared = request.Images.Where(x => x.SizeBudget?.Growth is { Over: null }).ToArray();
        if (compared.Length == 0 || request.Registries.Count == 0)
            return found;
        using var client = new RegistryClient(request.Access);
        foreach (var image in compared)
        {
            if (await FindAsync(client, PlacesOf(request, branch, image), cancellationToken) is { } receipt)
                found = found.With(image.Name, receipt);
        }

        return found;
    }

    static IEnumerable<ImageReference> PlacesOf(ChangeRequest request, string? branch, ImageSpec image)
    {
        var repository = request.Registries[0].Image(image.Name);
        if (request.BaseCommit is { Length: >= SourceCommit.ShortLength } commit)
            yield return repository.WithTag(commit[..SourceCommit.ShortLength]);
        if (branch is not null)
            yield return repository.WithTag(RefTag.Of(branch));
    }

    async Task<Receipt?> FindAsync(RegistryClient client, IEnumerable<ImageReference> places, CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            try
            {
                if (await PublishedRecords.FindAsync(client, place, cancellationToken) is { } record)
                    return record.Receipt;
            }
            catch (Exception error) when (error is KilnException or JsonException)
            {
                reporter.Warning($"The base's size is not known: '{place}' cannot be read: {error.Message}");
                return null;
            }
        }

        return null;
    }
}
