using System.Globalization;
using Kiln.CleaningUp;
using Kiln.Primitives;

namespace Kiln.GitHubApi;

/// <summary>The branches and open pull requests of a repository: https://docs.github.com/rest/branches/branches, https://docs.github.com/rest/pulls/pulls</summary>
public sealed class GitHubRefs(GitHubRepository repository) : IRefSource
{
    readonly RepositoryApi _api = new(repository);

    /// <inheritdoc />
    public async Task<ValueList<string>?> ListBranchesAsync(CancellationToken cancellationToken) =>
        await _api.ListAsync($"repos/{repository}/branches?per_page=100", "contents: read", x => x.GetProperty("name").GetString()!, cancellationToken);

    /// <inheritdoc />
    public async Task<ValueList<string>?> ListOpenRequestsAsync(CancellationToken cancellationToken) => await _api.ListAsync(
        $"repos/{repository}/pulls?state=open&per_page=100",
        "pull-requests: read",
        x => x.GetProperty("number").GetInt64().ToString(CultureInfo.InvariantCulture),
        cancellationToken);
}
