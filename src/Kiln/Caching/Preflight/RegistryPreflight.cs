using Kiln.Caching.Backends;
using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.Caching.Preflight;

/// <summary>Which refs a registry has, and whether it would take more.</summary>
/// <param name="credentials">What buildx will find, and nothing else.</param>
sealed class RegistryPreflight(ICredentialSource credentials)
{
    readonly RegistryOptions _hasty = new()
    {
        Credentials = credentials,
        Inactivity = TimeSpan.FromSeconds(10),
        Retries = new RetryPolicy { Attempts = 2 },
    };

    internal async Task<CacheFinding> CheckAsync(
        CachePlan plan, CacheFinding finding, RegistryCache cache, ValueList<ImageSpec> images, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(_hasty);
        var reading = ReadAsync(client, plan, finding, cache, images, cancellationToken);
        var writing = finding.NotWrittenSince is null && images.Count > 0
            ? ProblemAsync(() => client.CheckWritableAsync(cache.Place.Image(images[0].Name), cancellationToken))
            : Task.FromResult(finding.NotWrittenSince);
        return await reading with { NotWrittenSince = await writing };
    }

    static async Task<CacheFinding> ReadAsync(
        RegistryClient client,
        CachePlan plan,
        CacheFinding finding,
        RegistryCache cache,
        ValueList<ImageSpec> images,
        CancellationToken cancellationToken)
    {
        ValueList<CacheEntry> absent = [];
        var problem = await ProblemAsync(async () =>
        {
            var asked = await Task.WhenAll(plan.ReadsOf(cache, images).Select(async x => (
                Entry: x,
                Found: await client.FindManifestAsync(ImageReference.Parse(x.Attributes["ref"]), cancellationToken))));
            absent = asked.Where(x => x.Found is null).Select(x => x.Entry).ToValueList();
        });
        return finding with { NotReadSince = problem, Absent = absent };
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
