using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Credentials;

namespace Kiln.Tests.Oci.Registries;

public sealed class BuildLoginsTests
{
    const string Own = "registry.gitlab.example.com";

    static readonly RegistryCredential Login = RegistryCredential.OfPassword("robot", "s3cret");

    static readonly HostedCredentials GitLab = new(new Dictionary<string, string?>
    {
        ["GITLAB_CI"] = "true",
        ["CI_REGISTRY"] = Own,
        ["CI_JOB_TOKEN"] = "job",
    });

    static readonly HostedCredentials Laptop = new(new Dictionary<string, string?>());

    [Fact]
    public async Task What_was_given_and_the_host_s_own_stand_in_docker_s_variable()
    {
        var logins = await FindAsync([new("docker.io", Login)], new NoCredentials(), GitLab);

        Assert.Equal(
            """{"auths":{"https://index.docker.io/v1/":{"auth":"cm9ib3Q6czNjcmV0"},"registry.gitlab.example.com":{"auth":"Z2l0bGFiLWNpLXRva2VuOmpvYg=="}}}""",
            logins.Variable);
        Assert.DoesNotContain("s3cret", $"{logins}");
    }

    [Fact]
    public async Task Who_logged_in_means_that_and_not_the_job_s_token()
    {
        var logins = await FindAsync([], new GivenCredentials([new(Own, Login)]), GitLab);

        Assert.Null(logins.Variable);
    }

    [Fact]
    public async Task Other_logins_of_the_variable_stay_and_given_ones_win()
    {
        var before = """{"auths":{"a.example.com":{"auth":"YTph"},"b.example.com":{"auth":"Yjpi"}},"credsStore":"x"}""";

        var logins = await FindAsync([new("a.example.com", Login)], new NoCredentials(), Laptop, before);

        Assert.Equal("""{"auths":{"a.example.com":{"auth":"cm9ib3Q6czNjcmV0"},"b.example.com":{"auth":"Yjpi"}}}""", logins.Variable);
    }

    [Theory]
    [InlineData("{ cut off")]
    [InlineData("[]")]
    public async Task A_variable_that_docker_cannot_read_is_left_to_docker(string before)
    {
        var logins = await FindAsync([new("a.example.com", Login)], new NoCredentials(), Laptop, before);

        Assert.Null(logins.Variable);
    }

    // docker's variable knows names and passwords only.
    [Fact]
    public async Task Tokens_stay_out()
    {
        var logins = await FindAsync([new("a.example.com", new RegistryCredential.BearerToken("x"))], new NoCredentials(), Laptop);

        Assert.Null(logins.Variable);
    }

    [Fact]
    public async Task Whoever_asks_before_buildx_does_asks_with_the_same()
    {
        var stored = new GivenCredentials([new("b.example.com", RegistryCredential.OfPassword("me", "mine"))]);
        var source = (await FindAsync([new("a.example.com", Login)], stored, Laptop)).Before(stored);

        Assert.Equal(Login, (await source.FindAsync("a.example.com", CancellationToken.None)).Credential);
        Assert.Equal(RegistryCredential.OfPassword("me", "mine"), (await source.FindAsync("b.example.com", CancellationToken.None)).Credential);
        Assert.Same(stored, BuildLogins.None.Before(stored));
    }

    [Fact]
    public async Task The_variable_is_read_as_docker_reads_it()
    {
        var variable = new DockerVariable("""{"auths":{"https://index.docker.io/v1/":{"auth":"cm9ib3Q6czNjcmV0"}}}""");

        Assert.Equal(Login, (await variable.FindAsync("docker.io", CancellationToken.None)).Credential);
        Assert.Equal(["DOCKER_AUTH_CONFIG: none"], (await variable.FindAsync("ghcr.io", CancellationToken.None)).Tried);
        Assert.Empty((await new DockerVariable(null).FindAsync("ghcr.io", CancellationToken.None)).Tried);
    }

    static Task<BuildLogins> FindAsync(
        IEnumerable<KeyValuePair<string, RegistryCredential>> given, ICredentialSource stored, HostedCredentials hosted, string? before = null) =>
        BuildLogins.FindAsync(given, stored, hosted, new DockerVariable(before), CancellationToken.None);
}
