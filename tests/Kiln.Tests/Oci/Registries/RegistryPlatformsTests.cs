using System.Text;
using System.Text.Json.Nodes;
using Kiln.Oci;
using Kiln.Oci.Registries;

namespace Kiln.Tests.Oci.Registries;

public sealed class RegistryPlatformsTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly FakeRegistry _registry = new();
    readonly RegistryClient _client = Clients.Anonymous();

    public void Dispose()
    {
        _client.Dispose();
        _registry.Dispose();
        _folder.Dispose();
    }

    Task<Kiln.Primitives.ValueList<Platform>> ReadAsync() => _client.ReadPlatformsAsync(_registry.Image("tool:1"));

    async Task PushAsync(Func<TestLayout, JsonObject> root)
    {
        var layout = new TestLayout(_folder.Path);
        layout.WriteIndex(root(layout));
        await new LayoutPusher(_client).PushAsync(OciLayout.Open(_folder.Path), _registry.Image("tool"), ["1"]);
    }

    void Serve(string mediaType, string text) =>
        _registry.Manifests["/v2/tool/manifests/1"] = (mediaType, Encoding.UTF8.GetBytes(text));

    [Fact]
    public async Task An_index_says_its_platforms_or_its_images_do()
    {
        await PushAsync(x => x.Index(Marked(x.Image("amd64", "a"), "amd64"), x.Image("arm64", "b")));

        Assert.Equal([Platform.LinuxAmd64, Platform.LinuxArm64], await ReadAsync());
    }

    [Fact]
    public async Task A_single_image_says_it_in_its_config()
    {
        await PushAsync(x => x.Image("riscv64", "a"));

        Assert.Equal([Platform.LinuxRiscV64], await ReadAsync());
    }

    [Fact]
    public async Task Attestations_are_no_images()
    {
        await PushAsync(x =>
        {
            var attestation = Marked(x.Image("amd64", "in-toto"), "unknown");
            attestation["annotations"] = new JsonObject { ["vnd.docker.reference.type"] = "attestation-manifest" };
            return x.Index(x.Image("amd64", "a"), attestation);
        });

        Assert.Equal([Platform.LinuxAmd64], await ReadAsync());
    }

    [Fact]
    public async Task An_index_inside_an_index_is_refused()
    {
        Serve(MediaTypes.OciIndex, $$"""
            {"schemaVersion": 2, "mediaType": "{{MediaTypes.OciIndex}}", "manifests": [
              {"mediaType": "{{MediaTypes.OciIndex}}", "digest": "sha256:{{new string('a', 64)}}", "size": 3}]}
            """);

        var error = await Assert.ThrowsAsync<RegistryException>(ReadAsync);

        Assert.Equal("KILN2034", error.Code);
        Assert.Contains("lists another index", error.Message);
    }

    [Theory]
    [InlineData("application/json", "KILN2033")]
    [InlineData(MediaTypes.OciManifest, "KILN2032")]
    public async Task What_is_no_image_is_refused(string mediaType, string code)
    {
        Serve(mediaType, "[1, 2, 3]");

        var error = await Assert.ThrowsAnyAsync<KilnException>(ReadAsync);

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task A_manifest_of_more_than_4_MB_is_refused()
    {
        Serve(MediaTypes.OciManifest, new string(' ', 5 * 1024 * 1024));

        var error = await Assert.ThrowsAsync<RegistryException>(ReadAsync);

        Assert.Equal("KILN2007", error.Code);
        Assert.Contains("with more than the 4194304 bytes that may be there", error.Message);
    }

    [Fact]
    public async Task Bytes_that_do_not_match_their_digest_are_refused()
    {
        _registry.Fault = async context =>
        {
            context.Response.Headers["Docker-Content-Digest"] = $"sha256:{new string('b', 64)}";
            await FakeRegistry.AnswerAsync(context, 200, "{}", MediaTypes.OciManifest);
            return true;
        };

        var error = await Assert.ThrowsAsync<RegistryException>(ReadAsync);

        Assert.Equal("KILN2010", error.Code);
    }

    static JsonObject Marked(JsonObject descriptor, string architecture)
    {
        descriptor["platform"] = new JsonObject { ["os"] = architecture == "unknown" ? "unknown" : "linux", ["architecture"] = architecture };
        return descriptor;
    }
}
