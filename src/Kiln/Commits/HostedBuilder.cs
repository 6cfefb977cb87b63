namespace Kiln.Commits;

/// <summary>Who builds, as SLSA's <c>builder.id</c>, in the words that the hosts use for their own provenance.</summary>
public static class HostedBuilder
{
    /// <summary>Some machine that is no CI host's.</summary>
    public const string Local = "urn:kiln:builder:local";

    /// <summary>
    /// <c>https://github.com/actions/runner/github-hosted</c> or <c>…/self-hosted</c>; GitLab's runner by its number; <see cref="Local"/> elsewhere.
    /// </summary>
    public static string Of(IReadOnlyDictionary<string, string?> environment)
    {
        if (Variable("GITHUB_ACTIONS") == "true")
            return $"{Variable("GITHUB_SERVER_URL") ?? "https://github.com"}/actions/runner/{Variable("RUNNER_ENVIRONMENT") ?? "self-hosted"}";
        return Variable("GITLAB_CI") == "true" && Variable("CI_PROJECT_URL") is { } project ? $"{project}/-/runners/{Variable("CI_RUNNER_ID")}" : Local;

        string? Variable(string name) => environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }
}
