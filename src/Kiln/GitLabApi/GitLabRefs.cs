using System.Globalization;
using Kiln.CleaningUp;
using Kiln.Primitives;

namespace Kiln.GitLabApi;

/// <summary>The open merge requests of a project (https://docs.gitlab.com/api/merge_requests/); its branches are asked elsewhere, as a job's own token may not.</summary>
public sealed class GitLabRefs : IRefSource
{
    readonly IRefSource _branches;
    readonly ProjectApi _api;

    /// <summary>Asks nobody yet.</summary>
    /// <param name="project">Whose.</param>
    /// <param name="branches">Who knows the branches.</param>
    public GitLabRefs(GitLabProject project, IRefSource branches)
    {
        _branches = branches;
        _api = new ProjectApi(project, "read_api", "the project", (reason, error) =>
            new KilnException(ErrorCodes.DeletionRefused, $"The merge requests of project {project.Id} cannot be read: {reason}.", error));
    }

    /// <inheritdoc />
    public Task<ValueList<string>?> ListBranchesAsync(CancellationToken cancellationToken) => _branches.ListBranchesAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<ValueList<string>?> ListOpenRequestsAsync(CancellationToken cancellationToken) =>
        (await _api.ListAsync("merge_requests?state=opened", x => x.GetProperty("iid").GetInt64().ToString(CultureInfo.InvariantCulture), cancellationToken)
            .ToArrayAsync(cancellationToken)).ToValueList();
}
