namespace Kiln.GitHubApi;

/// <summary>A repository as GitHub's API takes it.</summary>
readonly record struct RepositoryName(string Owner, string Name)
{
    /// <summary>Null for what is not of the form <c>acme/shop</c>.</summary>
    internal static RepositoryName? TryParse(string text) =>
        text.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name] ? new(owner, name) : null;
}
