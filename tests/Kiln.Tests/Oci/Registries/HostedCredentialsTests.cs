using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Credentials;

namespace Kiln.Tests.Oci.Registries;

public sealed class HostedCredentialsTests
{
    static readonly Dictionary<string, string?> GitHub = new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_ACTOR"] = "octocat", ["GITHUB_TOKEN"] = "ghs_token" };

    static readonly Dictionary<string, string?> GitLab = new()
    {
        ["GITLAB_CI"] = "true",
        ["CI_REGISTRY"] = "registry.gitlab.example.com:5050",
        ["CI_JOB_TOKEN"] = "job",
        ["CI_REGISTRY_USER"] = "gitlab-ci-token",
        ["CI_REGISTRY_PASSWORD"] = "login",
    };

    [Fact]
    public async Task Each_host_s_own_registry_gets_its_token_and_no_other_does()
    {
        Assert.Equal(RegistryCredential.OfPassword("octocat", "ghs_token"), await FindAsync(GitHub, "ghcr.io"));
        Assert.Equal(RegistryCredential.OfPassword("gitlab-ci-token", "login"), await FindAsync(GitLab, "registry.gitlab.example.com:5050"));
        foreach (var other in new[] { "docker.io", "ghcr.io.example.com", "registry.gitlab.example.com", "127.0.0.1:5000" })
        {
            Assert.Null(await FindAsync(GitHub, other));
            Assert.Null(await FindAsync(GitLab, other));
        }

        Assert.Null(await FindAsync(GitLab, "ghcr.io"));
        Assert.Null(await FindAsync([], "ghcr.io"));
    }

    [Fact]
    public async Task Without_a_login_of_its_own_a_GitLab_job_has_its_token() => Assert.Equal(
        RegistryCredential.OfPassword("gitlab-ci-token", "job"),
        await FindAsync(new(GitLab) { ["CI_REGISTRY_PASSWORD"] = "" }, "registry.gitlab.example.com:5050"));

    [Fact]
    public async Task A_token_that_the_workflow_does_not_hand_on_is_named()
    {
        var search = await new HostedCredentials(new Dictionary<string, string?>(GitHub) { ["GITHUB_TOKEN"] = null }).FindAsync("ghcr.io", CancellationToken.None);

        Assert.Equal((null, "the CI host's own, GITHUB_TOKEN: not set"), (search.Credential, Assert.Single(search.Tried)));
    }

    static async Task<RegistryCredential?> FindAsync(Dictionary<string, string?> environment, string registry) =>
        (await new HostedCredentials(environment).FindAsync(registry, CancellationToken.None)).Credential;
}
