using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Reporting;

namespace Kiln.CleaningUp;

/// <summary>Looks at all places where leftovers can be, and deletes nothing.</summary>
public sealed class CleanUpPlanner(IReporter reporter)
{
    /// <summary>
    /// What goes and what stays. A place that cannot be looked at is a warning that names what lacks, and nothing goes there; where branches or requests
    /// are not known, nothing goes that belongs to one.
    /// </summary>
    public async Task<CleanUpPlan> PlanAsync(CleanUpRequest request, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(request.Access);
        var unseen = new List<string>();
        var judges = new List<Func<LivingRefs, Task<CleanUpPlan?>>>();
        foreach (var place in PlacesOf(request, client, cancellationToken))
        {
            if (await TryAsync(place.Name, place.LookAsync, unseen) is { } judge)
                judges.Add(x => TryAsync(place.Name, () => judge(x), unseen));
        }

        // Asked last: what is opened while the places are looked at must not be taken for closed.
        var living = await ReadRefsAsync(request.Refs, unseen, cancellationToken);
        var parts = new List<CleanUpPlan>();
        foreach (var judge in judges)
        {
            if (await judge(living) is { } part)
                parts.Add(part);
        }

        return CleanUpPlan.Of(parts) with { Unseen = unseen.ToValueList() };
    }

    static IEnumerable<Place> PlacesOf(CleanUpRequest request, RegistryClient client, CancellationToken cancellationToken)
    {
        if (request.HostCache is { } host)
        {
            yield return new Place(host.Title, async () =>
            {
                var caches = await host.ListAsync(cancellationToken);
                return living => Task.FromResult(HostCachePlan.Of(host.Title, caches, living));
            });
        }

        foreach (var (image, registry) in request.Images.SelectMany(x => request.Registries.Select(y => (x, y))))
            yield return InRegistry(registry.Image(image.Name), (content, living) => new ImageTagJudge(image, request.Retention, living, request.Now).Judge(content));
        foreach (var cache in request.CachePlaces.SelectMany(x => request.Images.Select(y => x.Image(y.Name))).Distinct())
            yield return InRegistry(cache, CacheTagJudge.Judge);

        Place InRegistry(ImageReference repository, Func<RepositoryContent, LivingRefs, ValueList<TagVerdict>> judge) => new(repository.ToString(), async () =>
        {
            var reader = new RepositoryReader(client, repository);
            var content = await reader.ReadAsync(cancellationToken);
            return async living =>
            {
                var verdicts = judge(content, living);
                var complete = await reader.WithAttachmentsAsync(content, RepositoryPlan.Going(content, verdicts).Select(x => x.Key), cancellationToken);
                return RepositoryPlan.Of(complete, verdicts);
            };
        });
    }

    async Task<LivingRefs> ReadRefsAsync(IRefSource? source, List<string> unseen, CancellationToken cancellationToken) => source is null ? new LivingRefs() : new LivingRefs
    {
        Branches = await TryAsync("branches", source.ListBranchesAsync, unseen, cancellationToken),
        OpenRequests = await TryAsync("open requests", source.ListOpenRequestsAsync, unseen, cancellationToken),
    };

    async Task<T?> TryAsync<T>(string place, Func<Task<T>> look, List<string> unseen) where T : class
    {
        try
        {
            return await look();
        }
        catch (KilnException refusal)
        {
            // One place that is closed or away is no reason to leave the others as they are.
            reporter.Warning($"Left as it is: {place}. {refusal}");
            unseen.Add(place);
            return null;
        }
    }

    async Task<ValueList<string>?> TryAsync(string what, Func<CancellationToken, Task<ValueList<string>?>> list, List<string> unseen, CancellationToken cancellationToken)
    {
        try
        {
            return await list(cancellationToken);
        }
        catch (KilnException refusal)
        {
            // Without them less goes, and nothing wrong.
            reporter.Warning($"The {what} are not known, so nothing goes that could belong to one. {refusal}");
            unseen.Add(what);
            return null;
        }
    }

    /// <summary>Where leftovers can be: looking at it gives what judges it, once it is known what is still there.</summary>
    sealed record Place(string Name, Func<Task<Func<LivingRefs, Task<CleanUpPlan>>>> LookAsync);
}
