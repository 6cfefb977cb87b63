namespace Kiln.GitLabApi;

/// <summary>The merge request that a build runs for, as GitLab's variables tell (https://docs.gitlab.com/ci/variables/predefined_variables/).</summary>
/// <param name="Project">Which it is to be merged into.</param>
/// <param name="Number">Its number within the project.</param>
/// <param name="Page">The project's page, for example <c>https://gitlab.com/acme/shop</c>.</param>
public sealed record GitLabMergeRequest(GitLabProject Project, string Number, string Page)
{
    /// <summary>The commit from which the change began; null where GitLab does not say.</summary>
    public string? BaseCommit { get; init; }

    /// <summary>The newest commit of its own branch; null where GitLab does not say.</summary>
    public string? HeadCommit { get; init; }

    /// <summary>Null where the build runs for no merge request of GitLab's.</summary>
    public static GitLabMergeRequest? Of(IReadOnlyDictionary<string, string?> variables)
    {
        return GitLabProject.Of(variables) is { } project && Variable("CI_MERGE_REQUEST_IID") is { } number
            ? new GitLabMergeRequest(project, number, Variable("CI_PROJECT_URL") ?? "")
            {
                BaseCommit = Variable("CI_MERGE_REQUEST_DIFF_BASE_SHA"),
                // A pipeline for merged results is of a commit that GitLab made to try them, and names the branch's own beside it.
                HeadCommit = Variable("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") ?? Variable("CI_COMMIT_SHA"),
            }
            : null;

        string? Variable(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }
}
