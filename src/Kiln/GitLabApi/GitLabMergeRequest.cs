namespace Kiln.GitLabApi;

/// <summary>The merge request that a build runs for, as GitLab's variables tell (https://docs.gitlab.com/ci/variables/predefined_variables/).</summary>
/// <param name="Api">The API's address, for example <c>https://gitlab.com/api/v4</c>.</param>
/// <param name="Project">The project's number.</param>
/// <param name="Number">The request's number within the project.</param>
/// <param name="Page">The project's page, for example <c>https://gitlab.com/acme/shop</c>.</param>
public sealed record GitLabMergeRequest(Uri Api, string Project, string Number, string Page)
{
    /// <summary>The commit from which the change began; null where GitLab does not say.</summary>
    public string? BaseCommit { get; init; }

    /// <summary>A token with the scope <c>api</c>, from the variable <c>GITLAB_TOKEN</c>; null where there is none. A job's own token may not write notes.</summary>
    public string? Token { get; init; }

    /// <summary>Null where the build runs for no merge request of GitLab's.</summary>
    public static GitLabMergeRequest? Of(IReadOnlyDictionary<string, string?> variables)
    {
        return Variable("GITLAB_CI") == "true" && Variable("CI_MERGE_REQUEST_IID") is { } number && Variable("CI_PROJECT_ID") is { } project
            && Uri.TryCreate(Variable("CI_API_V4_URL"), UriKind.Absolute, out var api)
            ? new GitLabMergeRequest(api, project, number, Variable("CI_PROJECT_URL") ?? "")
            {
                BaseCommit = Variable("CI_MERGE_REQUEST_DIFF_BASE_SHA"),
                Token = Variable("GITLAB_TOKEN"),
            }
            : null;

        string? Variable(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }
}
