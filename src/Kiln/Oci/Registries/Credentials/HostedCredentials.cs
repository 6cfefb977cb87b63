namespace Kiln.Oci.Registries.Credentials;

/// <summary>
/// What a CI host gives its jobs for its own registry, and for no other: <c>GITHUB_TOKEN</c> for ghcr.io, where the workflow hands it on to the step,
/// and the job's login for the registry of a GitLab project.
/// </summary>
/// <param name="environment">The variables of the run.</param>
public sealed class HostedCredentials(IReadOnlyDictionary<string, string?> environment) : ICredentialSource
{
    const string GitHubRegistry = "ghcr.io";

    /// <summary>The host's own registry, for example <c>ghcr.io</c>; null elsewhere.</summary>
    public string? Registry => Variable("GITHUB_ACTIONS") == "true" ? GitHubRegistry : Variable("GITLAB_CI") == "true" ? Variable("CI_REGISTRY") : null;

    /// <inheritdoc />
    public Task<CredentialSearch> FindAsync(string registry, CancellationToken cancellationToken) => Task.FromResult(Find(registry));

    CredentialSearch Find(string registry)
    {
        if (!string.Equals(registry, Registry, StringComparison.OrdinalIgnoreCase))
            return new CredentialSearch();
        if (Variable("GITHUB_ACTIONS") == "true")
            return Of("GITHUB_TOKEN", Variable("GITHUB_ACTOR") ?? "x-access-token", Variable("GITHUB_TOKEN"));
        return Variable("CI_REGISTRY_PASSWORD") is { } password
            ? Of("CI_REGISTRY_PASSWORD", Variable("CI_REGISTRY_USER") ?? "gitlab-ci-token", password)
            : Of("CI_JOB_TOKEN", "gitlab-ci-token", Variable("CI_JOB_TOKEN"));
    }

    static CredentialSearch Of(string variable, string user, string? password) => password is null
        ? new CredentialSearch { Tried = [$"the CI host's own, {variable}: not set"] }
        : new CredentialSearch { Credential = RegistryCredential.OfPassword(user, password), Tried = [$"the CI host's own, {variable}: found"] };

    // Hosts set what does not apply to nothing.
    string? Variable(string name) => environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
