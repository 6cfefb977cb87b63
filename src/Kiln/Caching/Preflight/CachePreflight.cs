using Kiln.Caching.Backends;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Credentials;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Caching.Preflight;

/// <summary>
/// Tries out the caches of a plan before anything is built: BuildKit would say nothing at all (GitHub's cache without its variables) or
/// only when the image is finished (a registry that may not be written).
/// </summary>
public sealed class CachePreflight
{
    /// <summary>With what registries are asked: what buildx will find. Default: what <c>docker login</c> stored.</summary>
    public ICredentialSource Credentials { get; init; } = DockerCredentials.OfUser(new CommandRunner());

    /// <summary>
    /// The plan without what cannot be used, and with the reasons. KILN6020 where the plan requires what is not there; a run that may
    /// not write by rule misses nothing.
    /// </summary>
    public async Task<CachePlan> CheckAsync(
        CachePlan plan, ValueList<ImageSpec> images, CancellationToken cancellationToken)
    {
        var checks = plan.Findings.Select(x => CheckAsync(plan, x, images, cancellationToken));
        var found = plan with { Findings = (await Task.WhenAll(checks)).ToValueList() };
        RequireUsable(found);
        return found;
    }

    Task<CacheFinding> CheckAsync(
        CachePlan plan, CacheFinding finding, ValueList<ImageSpec> images, CancellationToken cancellationToken) => finding.Backend switch
        {
            RegistryCache registry => new RegistryPreflight(Credentials).CheckAsync(plan, finding, registry, images, cancellationToken),
            // Also where it is described in buildx's own words.
            { Type: "gha" } => Task.FromResult(GitHubPreflight.Check(finding, plan.Run.Runtime)),
            FolderCache folder => Task.FromResult(FolderPreflight.Check(plan, finding, folder, images)),
            // Their credentials are the builder's to know; what fails there is reported after the build.
            _ => Task.FromResult(finding),
        };

    static void RequireUsable(CachePlan plan)
    {
        var missing = plan.Findings
            .SelectMany(x => new[]
            {
                x.NotReadSince is { } reading ? $"{x.Backend.Title} cannot be read: {reading}." : null,
                x.NotWrittenSince is { } writing && !x.IsReadOnlyByRule ? $"{x.Backend.Title} cannot be written: {writing}." : null,
            })
            .OfType<string>().ToArray();
        if (plan is { IsRequired: true, Findings.Count: 0 })
        {
            throw new KilnException(
                ErrorCodes.CacheUnusable,
                $"The cache is required and there is none beside what the builder keeps{(plan.MissingSince is { } reason ? $": {reason}" : "")}. "
                + "Name one where the build's Cache is set, such as CachePolicy.Registry(\"harbor.example.com/myproject/cache\"), or run without '--cache-required'.");
        }

        if (plan.IsRequired && missing.Length > 0)
        {
            throw new KilnException(
                ErrorCodes.CacheUnusable,
                $"The cache is required and cannot be used. {string.Join(" ", missing)} Mend it, or run without '--cache-required'.");
        }
    }
}
