using Kiln.CleaningUp;

namespace Kiln.GitHubApi;

/// <summary>
/// What ghcr.io does not delete by the registry's API, GitHub deletes as versions of a package, one for each manifest and named by its digest:
/// https://docs.github.com/rest/packages/packages
/// </summary>
public sealed class ContainerPackages(GitHubRepository repository) : IManifestRemover
{
    /// <summary>The registry that this is about.</summary>
    public const string Registry = "ghcr.io";

    const string Permission = "packages: write";

    readonly RepositoryApi _api = new(repository);
    readonly Dictionary<ImageReference, (string Path, Dictionary<string, long> Versions)> _known = [];

    /// <inheritdoc />
    public async Task RemoveAsync(ImageReference repository, Digest manifest, CancellationToken cancellationToken)
    {
        var place = repository.WithoutTagAndDigest();
        if (!_known.TryGetValue(place, out var package))
            package = _known[place] = await FindAsync(place, cancellationToken);
        if (!package.Versions.TryGetValue(manifest.ToString(), out var version))
            return;
        if (!await _api.DeleteAsync($"{package.Path}/{version}", Permission, cancellationToken))
        {
            throw _api.Refused(
                $"GitHub hides the package '{place}' from the token in GITHUB_TOKEN, which needs '{Permission}' and the role Admin in the package's settings "
                + "(Manage Actions access)");
        }
    }

    // Whose the package is stands in its address; organisations and people have different ones.
    async Task<(string Path, Dictionary<string, long> Versions)> FindAsync(ImageReference place, CancellationToken cancellationToken)
    {
        var (owner, name) = place.Repository.Split('/', 2) is [var first, var rest] ? (first, rest) : throw _api.Refused($"'{place}' names no package");
        var isOrganization = await _api.GetAsync($"users/{owner}", "metadata: read", x => x.GetProperty("type").GetString() == "Organization", cancellationToken);
        var path = $"{(isOrganization ? "orgs" : "users")}/{owner}/packages/container/{Uri.EscapeDataString(name)}/versions";
        var versions = await _api.ListAsync(
            $"{path}?per_page=100", Permission, x => KeyValuePair.Create(x.GetProperty("name").GetString()!, x.GetProperty("id").GetInt64()), cancellationToken);
        return (path, versions.ToDictionary());
    }
}
