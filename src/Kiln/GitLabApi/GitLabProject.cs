namespace Kiln.GitLabApi;

/// <summary>The project that a job runs for, as GitLab's variables tell (https://docs.gitlab.com/ci/variables/predefined_variables/).</summary>
/// <param name="Api">The API's address, for example <c>https://gitlab.com/api/v4</c>.</param>
/// <param name="Id">The project's number.</param>
public sealed record GitLabProject(Uri Api, string Id)
{
    /// <summary>
    /// A token from the variable <c>GITLAB_TOKEN</c>, with the scope <c>read_api</c> to read and <c>api</c> to write; null where there is none, and then only public
    /// projects are shown. A job's own token may neither list requests nor write notes.
    /// </summary>
    public string? Token { get; init; }

    internal string Address => $"{Api.ToString().TrimEnd('/')}/projects/{Uri.EscapeDataString(Id)}";

    /// <summary>Null where the build runs in no job of GitLab's.</summary>
    public static GitLabProject? Of(IReadOnlyDictionary<string, string?> variables)
    {
        return Variable("GITLAB_CI") == "true" && Variable("CI_PROJECT_ID") is { } project && Uri.TryCreate(Variable("CI_API_V4_URL"), UriKind.Absolute, out var api)
            ? new GitLabProject(api, project) { Token = Variable("GITLAB_TOKEN") }
            : null;

        string? Variable(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>The project alone: the token is nobody's business.</summary>
    public override string ToString() => Id;
}
