using System.Net;
using System.Text;
using Kiln.Oci.Registries;

namespace Kiln.Tests.Oci.Registries;

public sealed class RegistryAuthenticationTests : IDisposable
{
    const string Password = "p4ssw0rd-of-bob";

    readonly FakeRegistry _registry = new();
    readonly FakeRegistry _other = new();

    public void Dispose()
    {
        _registry.Dispose();
        _other.Dispose();
    }

    RegistryClient Bob() => Clients.With(_registry.Address, RegistryCredential.OfPassword("bob", Password));

    static string BasicOfBob => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"bob:{Password}"));

    [Fact]
    public async Task Gets_a_token_for_what_is_asked_and_keeps_it()
    {
        TakeTokens("token-of-bob");
        using var client = Bob();

        await client.FindManifestAsync(_registry.Image("team/api:1"));
        await client.FindManifestAsync(_registry.Image("team/api:2"));

        var asked = Assert.Single(_other.Requests);
        Assert.Equal(("/token?service=kiln-test&scope=repository%3Ateam%2Fapi%3Apull", BasicOfBob), (asked.Path, asked.Authorization));
        Assert.Equal(
            [null, "Bearer token-of-bob", "Bearer token-of-bob"],
            _registry.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Asks_for_more_when_it_wants_to_push()
    {
        TakeTokens("token-of-bob");
        using var client = Bob();

        await client.FindManifestAsync(_registry.Image("api:1"));
        await client.PutManifestAsync(_registry.Image("api:1"), "application/json", new byte[1]);

        Assert.Equal(
            ["repository%3Aapi%3Apull", "repository%3Aapi%3Apull%2Cpush"],
            _other.Requests.Select(request => request.Path.Split("scope=")[1]));
    }

    [Fact]
    public async Task Exchanges_an_identity_token_by_post()
    {
        var form = "";
        TakeTokens(
            "token-of-bob", async context => form = Encoding.UTF8.GetString(await FakeRegistry.ReadAsync(context)));
        using var client = Clients.With(_registry.Address, new RegistryCredential.IdentityToken("refresh-me"));

        await client.FindManifestAsync(_registry.Image("api:1"));

        Assert.Equal(
            ("POST", (string?)null), (_other.Requests.Single().Method, _other.Requests.Single().Authorization));
        Assert.Contains("grant_type=refresh_token&refresh_token=refresh-me&service=kiln-test", form);
    }

    [Fact]
    public async Task Asks_for_a_token_also_without_credentials()
    {
        TakeTokens("token-of-nobody");
        using var client = Clients.Anonymous();

        await client.FindManifestAsync(_registry.Image("api:1"));

        Assert.Null(_other.Requests.Single().Authorization);
    }

    [Fact]
    public async Task Gets_another_token_when_the_first_is_no_longer_taken()
    {
        var number = 0;
        TakeTokens(() => $"token-{++number}", authorization => authorization == "Bearer token-2");
        using var client = Bob();

        await Assert.ThrowsAsync<RegistryException>(() => client.FindManifestAsync(_registry.Image("api:1")));
        await client.FindManifestAsync(_registry.Image("api:1"));

        Assert.Equal("Bearer token-2", _registry.Requests.Last().Authorization);
    }

    [Fact]
    public async Task Never_prints_a_secret_that_a_registry_echoes()
    {
        TakeTokens(() => "token-of-bob", _ => false);
        using var client = Bob();

        var error = await Assert.ThrowsAsync<RegistryException>(() => client.ListTagsAsync(_registry.Image("api")));

        Assert.Equal("KILN2002", error.Code);
        Assert.Contains("'UNAUTHORIZED: you sent Bearer ***'", error.Message);
        Assert.DoesNotContain("token-of-bob", error.ToString());
    }

    [Fact]
    public async Task Sends_no_credentials_to_a_token_service_that_anybody_can_listen_to()
    {
        _registry.Fault = context => ChallengeAsync(context, "http://auth.example.com/token");
        using var client = Bob();

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => client.FindManifestAsync(_registry.Image("api:1")));

        Assert.Equal(
            ("KILN2014", $"The registry '{_registry.Address}' takes tokens of 'auth.example.com', and none could be "
                + "had there: it is spoken to without encryption, so no credentials are sent there. "
                + "Check the registry's settings for its token service."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task Follows_a_redirect_to_another_host_without_credentials()
    {
        var blob = new Kiln.Oci.Descriptor { MediaType = "x", Digest = Digest.OfBytes("blob"u8), Size = 4 };
        _other.Blobs[blob.Digest.ToString()] = "blob"u8.ToArray();
        _registry.Fault = async context =>
        {
            if (context.Request.Headers["Authorization"] != BasicOfBob)
                return await ChallengeAsync(context, null);
            await FakeRegistry.Redirect(context, $"http://{_other.Address}/storage/blobs/{blob.Digest}");
            return true;
        };
        using var client = Bob();

        await client.DownloadBlobAsync(_registry.Image("api"), blob, new MemoryStream());

        Assert.Null(_other.Requests.Single().Authorization);
    }

    [Fact]
    public async Task Answers_no_challenge_of_another_host()
    {
        _registry.Fault = async context =>
        {
            await FakeRegistry.Redirect(context, $"http://{_other.Address}/v2/api/manifests/1");
            return true;
        };
        _other.Fault = context => ChallengeAsync(context, null);
        using var client = Bob();

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(_registry.Image("api:1")));

        Assert.Equal("KILN2002", error.Code);
        Assert.All(_other.Requests, request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task Does_not_send_a_body_after_a_redirect()
    {
        _registry.Fault = async context =>
        {
            await FakeRegistry.Redirect(context, $"http://{_other.Address}/");
            return true;
        };
        using var client = Clients.Anonymous();

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => client.PutManifestAsync(_registry.Image("api:1"), "application/json", new byte[1]));

        Assert.Equal("KILN2013", error.Code);
        Assert.Empty(_other.Requests);
    }

    [Fact]
    public async Task Does_not_follow_redirects_for_ever()
    {
        _registry.Fault = async context =>
        {
            await FakeRegistry.Redirect(context, context.Request.Url!.AbsolutePath);
            return true;
        };
        using var client = Clients.Anonymous();

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => client.FindManifestAsync(_registry.Image("api:1")));

        Assert.Equal("KILN2013", error.Code);
        Assert.Equal(6, _registry.Requests.Count);
    }

    void TakeTokens(string token, Func<HttpListenerContext, Task>? look = null) =>
        TakeTokens(() => token, authorization => authorization == $"Bearer {token}", look);

    void TakeTokens(Func<string> issue, Func<string?, bool> accepts, Func<HttpListenerContext, Task>? look = null)
    {
        _registry.Fault = async context => !accepts(context.Request.Headers["Authorization"])
            && await ChallengeAsync(context, $"http://{_other.Address}/token");
        _other.Fault = async context =>
        {
            await (look?.Invoke(context) ?? Task.CompletedTask);
            await FakeRegistry.AnswerAsync(context, 200, $$"""{"token":"{{issue()}}","expires_in":300}""");
            return true;
        };
    }

    static async Task<bool> ChallengeAsync(HttpListenerContext context, string? realm)
    {
        context.Response.Headers["WWW-Authenticate"] = realm is null
            ? "Basic realm=\"kiln\""
            : $"Bearer realm=\"{realm}\",service=\"kiln-test\",error=\"invalid_token\"";
        await FakeRegistry.AnswerAsync(
            context, 401,
            $$"""{"errors":[{"code":"UNAUTHORIZED","message":"you sent {{context.Request.Headers["Authorization"]}}"}]}""");
        return true;
    }
}
