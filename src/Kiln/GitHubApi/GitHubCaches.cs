using Kiln.CleaningUp;
using Kiln.Primitives;

namespace Kiln.GitHubApi;

/// <summary>What Actions keeps in GitHub's cache for a repository: https://docs.github.com/rest/actions/cache</summary>
public sealed class GitHubCaches(GitHubRepository repository) : ICacheHost
{
    readonly RepositoryApi _api = new(repository);

    /// <inheritdoc />
    public string Title => $"GitHub's cache of {repository}";

    /// <inheritdoc />
    public Task<ValueList<HostCache>> ListAsync(CancellationToken cancellationToken) => _api.ListAsync(
        $"repos/{repository}/actions/caches?per_page=100",
        "actions: read",
        x => new HostCache(x.GetProperty("id").GetInt64(), x.GetProperty("ref").GetString()!, x.GetProperty("size_in_bytes").GetInt64()),
        cancellationToken,
        "actions_caches");

    /// <inheritdoc />
    public Task DeleteAsync(HostCache entry, CancellationToken cancellationToken) =>
        _api.DeleteAsync($"repos/{repository}/actions/caches/{entry.Id}", "actions: write", cancellationToken);
}
