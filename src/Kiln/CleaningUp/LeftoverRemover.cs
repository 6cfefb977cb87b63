using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Reporting;

namespace Kiln.CleaningUp;

/// <summary>Deletes what a plan lists, and nothing else.</summary>
public sealed class LeftoverRemover(IReporter reporter)
{
    /// <summary>
    /// Deletes leftover by leftover. What is refused once in a place (a permission lacks, the host answers no more) would be refused again: that is a warning, the
    /// rest of that place stays, and the other places are cleaned up.
    /// </summary>
    /// <returns>What is gone.</returns>
    public async Task<ValueList<Leftover>> RemoveAsync(CleanUpPlan plan, CleanUpRequest request, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(request.Access);
        var registry = new RegistryRemover(client);
        var gone = new List<Leftover>();
        foreach (var place in plan.Leftovers.GroupBy(x => x.Place))
        {
            try
            {
                foreach (var leftover in place)
                {
                    await RemoveAsync(leftover, request, registry, cancellationToken);
                    gone.Add(leftover);
                }
            }
            catch (KilnException refusal)
            {
                reporter.Warning($"What is left stays as it is: {place.Key}. {refusal}");
            }
        }

        return gone.ToValueList();
    }

    static async Task RemoveAsync(Leftover leftover, CleanUpRequest request, RegistryRemover registry, CancellationToken cancellationToken)
    {
        switch (leftover)
        {
            case Leftover.InRegistry { Repository: var repository } image:
                var remover = request.Removers.TryGetValue(repository.Registry, out var special) ? special : registry;
                foreach (var manifest in image.Manifests)
                    await remover.RemoveAsync(repository, manifest, cancellationToken);
                break;
            case Leftover.InCache cache:
                foreach (var entry in cache.Entries)
                    await request.HostCache!.DeleteAsync(entry, cancellationToken);
                break;
        }
    }
}
