using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Credentials;
using Kiln.Processes;

namespace Kiln.Tests.Oci.Registries;

public sealed class DockerCredentialsTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // "Ym9iOnBhOnNz" is "bob:pa:ss"
    const string Auth = """{ "auth": "Ym9iOnBhOnNz" }""";

    static RegistryCredential Bob => RegistryCredential.OfPassword("bob", "pa:ss");

    [Theory]
    [InlineData("harbor.example.com", "harbor.example.com")]
    [InlineData("https://harbor.example.com/v2/", "harbor.example.com")]
    [InlineData("Harbor.Example.com", "harbor.example.com")]
    [InlineData("127.0.0.1:5000", "127.0.0.1:5000")]
    [InlineData("https://index.docker.io/v1/", "docker.io")]
    public async Task Reads_what_docker_login_wrote(string key, string registry)
    {
        var search = await Find(registry, $$"""{ "auths": { "{{key}}": {{Auth}} } }""");

        Assert.Equal(Bob, search.Credential);
    }

    [Theory]
    [InlineData("""{ "identitytoken": "t", "auth": "Ym9iOg==" }""")]
    [InlineData("""{ "identitytoken": "t" }""")]
    public async Task Prefers_an_identity_token(string entry)
    {
        var search = await Find("r.io", $$"""{ "auths": { "r.io": {{entry}} } }""");

        Assert.Equal(new RegistryCredential.IdentityToken("t"), search.Credential);
    }

    [Theory]
    [InlineData("""{ "auths": { "other.io": { "auth": "Ym9iOnBhOnNz" } } }""")]
    [InlineData("""{ "auths": { "r.io": {} } }""")]
    [InlineData("""{ "auths": { "r.io": { "auth": "not base64" } } }""")]
    [InlineData("""{ "auths": { "r.io:5000": { "auth": "Ym9iOnBhOnNz" } } }""")]
    [InlineData("{}")]
    public async Task Finds_nothing_that_is_not_meant(string config)
    {
        var search = await Find("r.io", config);

        Assert.Null(search.Credential);
        Assert.Equal([$"'{_folder["config.json"]}', auths: none"], search.Tried);
    }

    [Fact]
    public async Task Needs_no_file()
    {
        var search = await new DockerCredentials(_folder["none.json"], new Helpers()).FindAsync("r.io", CancellationToken.None);

        Assert.Equal([$"'{_folder["none.json"]}': no such file"], search.Tried);
    }

    [Fact]
    public async Task Asks_the_registry_s_own_helper_before_the_general_one_and_the_file()
    {
        var helpers = new Helpers { ["own r.io"] = new(1, "credentials not found"), ["store r.io"] = new(0, """{"Username":"bob","Secret":"pa:ss"}""") };

        var search = await Find(
            "r.io", $$"""{ "credHelpers": { "r.io": "own" }, "credsStore": "store", "auths": { "r.io": {{Auth}} } }""", helpers);

        Assert.Equal(Bob, search.Credential);
        Assert.Equal(["docker-credential-own: none", "docker-credential-store: found"], search.Tried);
    }

    [Fact]
    public async Task Takes_the_file_where_the_helpers_have_nothing()
    {
        var helpers = new Helpers { ["broken r.io"] = new(0, "no json") };

        var search = await Find(
            "r.io", $$"""{ "credHelpers": { "r.io": "broken" }, "credsStore": "missing", "auths": { "r.io": {{Auth}} } }""", helpers);

        Assert.Equal(Bob, search.Credential);
        Assert.Equal(
            [
                "docker-credential-broken: an unreadable answer", "docker-credential-missing: not on this machine",
                $"'{_folder["config.json"]}', auths: found",
            ],
            search.Tried);
    }

    [Fact]
    public async Task Reads_an_identity_token_from_a_helper()
    {
        var helpers = new Helpers { ["store https://index.docker.io/v1/"] = new(0, """{"Username":"<token>","Secret":"t"}""") };

        var search = await Find("docker.io", """{ "credsStore": "store" }""", helpers);

        Assert.Equal(new RegistryCredential.IdentityToken("t"), search.Credential);
    }

    [Fact]
    public async Task Names_the_broken_file_without_quoting_it()
    {
        var error = await Assert.ThrowsAsync<KilnException>(
            () => Find("r.io", "{\n \"auths\": { \"r.io\": hunter2 } }"));

        Assert.Equal("KILN2012", error.Code);
        Assert.Equal(
            $"Docker's configuration '{_folder["config.json"]}' cannot be read: it is not valid JSON at line 2. "
            + "Mend or remove the file, or set DOCKER_CONFIG to another folder.",
            error.Message);
    }

    [Fact]
    public async Task Runs_a_real_helper()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The helper of this test is a shell script.");
        var script = _folder["docker-credential-script"];
        File.WriteAllText(
            script, """
                    #!/bin/sh
                    read address
                    printf '{"Username":"%s","Secret":"%s"}' "$1" "$address"
                    """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var answer = await new CredentialHelperPrograms(new CommandRunner(), _folder.Path).GetAsync(
            "script", "r.io", CancellationToken.None);

        Assert.Equal(new CredentialHelperAnswer(0, """{"Username":"get","Secret":"r.io"}"""), answer);
    }

    [Fact]
    public async Task Takes_a_missing_helper_for_no_answer() =>
        Assert.Null(await new CredentialHelperPrograms(new CommandRunner(), _folder.Path).GetAsync(
            "none", "r.io", CancellationToken.None));

    [Fact]
    public async Task Asks_one_source_after_the_other()
    {
        var chain = new CredentialChain(
            new GivenCredentials([new("other.io", Bob)]), new GivenCredentials([new("r.io", Bob)]), new NoCredentials());

        var search = await chain.FindAsync("r.io", CancellationToken.None);

        Assert.Equal(Bob, search.Credential);
        Assert.Equal(["given to the build for r.io: none", "given to the build for r.io: found"], search.Tried);
    }

    [Fact]
    public void Prints_no_secret() =>
        Assert.Equal("UsernamePassword IdentityToken BearerToken", string.Join(' ', new[]
        {
            Bob, new RegistryCredential.IdentityToken("t"), new RegistryCredential.BearerToken("t"),
        }.AsEnumerable()));

    Task<CredentialSearch> Find(string registry, string config, Helpers? helpers = null)
    {
        File.WriteAllText(_folder["config.json"], config);
        return new DockerCredentials(_folder["config.json"], helpers ?? []).FindAsync(registry, CancellationToken.None);
    }

    sealed class Helpers : Dictionary<string, CredentialHelperAnswer>, ICredentialHelper
    {
        public Task<CredentialHelperAnswer?> GetAsync(
            string name, string address, CancellationToken cancellationToken) =>
            Task.FromResult(this.GetValueOrDefault($"{name} {address}"));
    }
}
