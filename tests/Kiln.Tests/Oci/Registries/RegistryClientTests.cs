using Kiln.Oci.Registries;

namespace Kiln.Tests.Oci.Registries;

public sealed class RegistryClientTests(RegistryFixture registries) : IDisposable
{
    readonly TestFolder _folder = new();
    readonly string _name = $"client/{Guid.NewGuid():N}";

    public void Dispose() => _folder.Dispose();

    static RegistryCredential Right =>
        RegistryCredential.OfPassword(RegistryFixture.Username, RegistryFixture.Password);

    ImageReference In(string registry) => ImageReference.Parse($"{registry}/{_name}:1");

    [Fact]
    public async Task Has_nothing_where_nothing_was_pushed()
    {
        using var client = Clients.Anonymous();

        Assert.Null(await client.FindManifestAsync(In(registries.Open)));
        Assert.Empty(await client.ListTagsAsync(In(registries.Open)));
        Assert.False(await client.BlobExistsAsync(In(registries.Open), Digest.OfBytes([])));
        var error = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(In(registries.Open)));
        Assert.Equal(("KILN2009", 404), (error.Code, error.Status));
    }

    [Fact]
    public async Task Logs_in_with_a_name_and_password()
    {
        using var client = Clients.With(registries.Closed, Right);
        var layout = TestLayout.OfTwoPlatforms(_folder.Path);

        await new LayoutPusher(client).PushAsync(layout, In(registries.Closed), ["1"]);

        Assert.Equal(layout.Root.Digest, (await client.FindManifestAsync(In(registries.Closed)))?.Digest);
    }

    [Fact]
    public async Task Says_where_it_looked_for_credentials_when_there_are_none()
    {
        using var client = Clients.With("other.example.com", Right);

        var error = await Assert.ThrowsAsync<RegistryException>(() => client.FindManifestAsync(In(registries.Closed)));

        Assert.Equal("KILN2002", error.Code);
        Assert.Equal(
            $"The registry '{registries.Closed}' refuses HEAD /v2/{_name}/manifests/1 (HTTP 401). "
            + $"Credentials were looked for here: given to the build for {registries.Closed}: none. "
            + $"Run 'docker login {registries.Closed}', or give the build credentials for this registry.",
            error.Message);
    }

    [Fact]
    public async Task Says_when_credentials_are_not_accepted_without_naming_them()
    {
        using var client = Clients.With(registries.Closed, RegistryCredential.OfPassword("somebody", "wrong-password"));

        var error = await Assert.ThrowsAsync<RegistryException>(() => client.ListTagsAsync(In(registries.Closed)));

        Assert.Equal("KILN2002", error.Code);
        Assert.Contains($"given to the build for {registries.Closed}: found", error.Message);
        Assert.DoesNotContain("wrong-password", error.ToString());
        Assert.DoesNotContain("somebody", error.ToString());
    }

    [Fact]
    public async Task Lists_tags_page_after_page()
    {
        using var registry = new FakeRegistry();
        registry.Fault = async context =>
        {
            var isLast = context.Request.QueryString["last"] == "b";
            if (!isLast)
                context.Response.Headers["Link"] = "</v2/x/tags/list?n=2&last=b>; rel=\"next\"";
            await FakeRegistry.AnswerAsync(context, 200, isLast ? """{"tags":["c"]}""" : """{"tags":["a","b"]}""");
            return true;
        };
        using var client = Clients.Anonymous();

        Assert.Equal(["a", "b", "c"], await client.ListTagsAsync(registry.Image("x")));
    }

    [Fact]
    public async Task Says_that_nothing_listens()
    {
        using var client = Clients.Anonymous();
        var address = $"127.0.0.1:{FreePort.Find()}";

        var error = await Assert.ThrowsAsync<RegistryException>(() => client.FindManifestAsync(In(address)));

        Assert.Equal(
            ("KILN2001", $"The registry '{address}' cannot be reached: nothing listens there. "
                + "Start it, or correct its name where the build names its registries."),
            (error.Code, error.Message));
    }
}
