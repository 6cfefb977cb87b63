using Kiln.Caching.Backends;
using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.Caching.Preflight;

/// <summary>
/// Which refs a registry has, and whether it would take more. It is asked with what <c>docker login</c> stored, since that is what
/// buildx will use.
/// </summary>
static class RegistryPreflight
{
    static readonly RegistryOptions Hasty = new()
    {
        Inactivity = TimeSpan.FromSeconds(10),
        Retries = new RetryPolicy { Attempts = 2 },
    };

    internal static async Task<CacheFinding> CheckAsync(
        CachePlan plan, CacheFinding finding, RegistryCache cache, ValueList<ImageSpec> images, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(Hasty);
        var scopes = images.Select(CacheScope.Of).Distinct().ToArray();
        var reading = ReadAsync(client, plan, finding, cache, scopes, cancellationToken);
        var writing = finding.NotWrittenSince is null && scopes.Length > 0
            ? ProblemAsync(() => client.CheckWritableAsync(cache.Place.Image(scopes[0].Image), cancellationToken))
            : Task.FromResult(finding.NotWrittenSince);
        return await reading with { NotWrittenSince = await writing };
    }

    static async Task<CacheFinding> ReadAsync(
        RegistryClient client,
        CachePlan plan,
        CacheFinding finding,
        RegistryCache cache,
        IEnumerable<CacheScope> scopes,
        CancellationToken cancellationToken)
    {
        var absent = new List<CacheEntry>();
        var problem = await ProblemAsync(async () =>
        {
            foreach (var entry in scopes.SelectMany(x => plan.ReadsOf(cache, x)).Distinct())
            {
                if (await client.FindManifestAsync(ImageReference.Parse(entry.Attributes["ref"]), cancellationToken) is null)
                    absent.Add(entry);
            }
        });
        return finding with { NotReadSince = problem, Absent = absent.ToValueList() };
    }

    static async Task<string?> ProblemAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return null;
        }
        catch (RegistryException exception)
        {
            // That is the answer; whether it matters, the plan says.
            return exception.Message.TrimEnd('.');
        }
    }
}
