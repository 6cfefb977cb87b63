namespace Kiln.GitHubApi;

/// <summary>
/// What GitHub's runner tells a job (https://docs.github.com/actions/reference/workflows-and-actions/variables), and the token that a workflow may give it.
/// A variable that is set to nothing is as good as none.
/// </summary>
sealed class GitHubVariables(IReadOnlyDictionary<string, string?> variables)
{
    internal bool ArePresent => Value("GITHUB_ACTIONS") == "true";

    /// <summary>Null where nobody says it.</summary>
    internal Uri? Server => Address("GITHUB_SERVER_URL");

    /// <summary>Null where nobody says it: then it follows from the server.</summary>
    internal Uri? Api => Address("GITHUB_API_URL");

    internal string? Repository => Value("GITHUB_REPOSITORY");

    internal string? Commit => Value("GITHUB_SHA");

    internal string? Token => Value("GITHUB_TOKEN");

    Uri? Address(string name) => Uri.TryCreate(Value(name), UriKind.Absolute, out var address) ? address : null;

    string? Value(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
