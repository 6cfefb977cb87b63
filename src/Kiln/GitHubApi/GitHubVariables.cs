namespace Kiln.GitHubApi;

/// <summary>
/// What GitHub's runner tells a job (https://docs.github.com/actions/reference/workflows-and-actions/variables), and the token that a workflow may give it.
/// A variable that is set to nothing is as good as none.
/// </summary>
sealed class GitHubVariables(IReadOnlyDictionary<string, string?> variables)
{
    /// <summary>Where repositories are that no job tells of.</summary>
    internal static Uri DotCom { get; } = new("https://github.com");

    internal bool ArePresent => Value("GITHUB_ACTIONS") == "true";

    internal Uri Server => Value("GITHUB_SERVER_URL") is { } address ? new Uri(address) : DotCom;

    internal string? Repository => Value("GITHUB_REPOSITORY");

    internal string? Commit => Value("GITHUB_SHA");

    internal string? Token => Value("GITHUB_TOKEN");

    string? Value(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
