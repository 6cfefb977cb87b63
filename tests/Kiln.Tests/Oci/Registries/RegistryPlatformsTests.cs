using System.Text;
using System.Text.Json.Nodes;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.Tests.Oci.Registries;

public sealed class RegistryPlatformsTests(RegistryFixture registries) : IDisposable
{
    readonly TestFolder _folder = new();
    readonly FakeRegistry _fake = new();
    readonly RegistryClient _client = Clients.Anonymous();
    readonly string _name = $"platforms/{Guid.NewGuid():N}:1";

    public void Dispose()
    {
        _client.Dispose();
        _fake.Dispose();
        _folder.Dispose();
    }

    string Real => $"{registries.Open}/{_name}";

    Task<ValueList<Platform>> ReadAsync(string image) => _client.ReadPlatformsAsync(ImageReference.Parse(image));

    ImageReference Serve(string mediaType, string document)
    {
        _fake.Manifests["/v2/x/manifests/1"] = (mediaType, Encoding.UTF8.GetBytes(document));
        return _fake.Image("x:1");
    }

    async Task<KilnException> RefusalAsync(ImageReference image) =>
        await Assert.ThrowsAnyAsync<KilnException>(() => _client.ReadPlatformsAsync(image));

    [Fact]
    public async Task An_index_lists_them()
    {
        var layout = new TestLayout(_folder.Path);
        layout.WriteIndex(layout.Index(
            Platform(layout.Image("amd64", "1"), "linux", "amd64"), Platform(layout.Image("arm64", "2"), "linux", "arm64")));
        await TestImages.PushAsync(Real, _folder.Path);

        Assert.Equal([Kiln.Platform.LinuxAmd64, Kiln.Platform.LinuxArm64], await ReadAsync(Real));
    }

    [Fact]
    public async Task Where_an_index_does_not_say_it_the_configs_do()
    {
        await TestImages.PushAsync(Real, "x", "amd64", "arm64");

        Assert.Equal([Kiln.Platform.LinuxAmd64, Kiln.Platform.LinuxArm64], await ReadAsync(Real));
    }

    [Fact]
    public async Task A_single_image_has_that_of_its_config()
    {
        await TestImages.PushSingleAsync(Real, "x", "arm64");

        Assert.Equal([Kiln.Platform.LinuxArm64], await ReadAsync(Real));
    }

    [Fact]
    public async Task Attestations_are_no_platforms()
    {
        var layout = new TestLayout(_folder.Path);
        var attestation = Platform(layout.Image("unknown", "provenance"), "unknown", "unknown");
        attestation["annotations"] = new JsonObject { ["vnd.docker.reference.type"] = "attestation-manifest" };
        layout.WriteIndex(layout.Index(layout.Image("amd64", "1"), attestation));
        await TestImages.PushAsync(Real, _folder.Path);

        Assert.Equal([Kiln.Platform.LinuxAmd64], await ReadAsync(Real));
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        var error = await RefusalAsync(ImageReference.Parse(Real));

        Assert.Equal(
            ("KILN2009", $"The registry '{registries.Open}' has no '{Real}'. Check the name, the tag and whether it was pushed there."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task An_index_in_an_index_is_refused()
    {
        var inner = Digest.OfBytes([]);
        var image = Serve(
            MediaTypes.OciIndex,
            $$"""{"schemaVersion":2,"manifests":[{"mediaType":"{{MediaTypes.OciIndex}}","digest":"{{inner}}","size":9}]}""");

        var error = await RefusalAsync(image);

        Assert.Equal(
            ("KILN2034", $"The index of '{image}' lists another index ({inner}), which no engine follows. Name an image instead."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task A_thing_that_is_no_image_is_refused()
    {
        var image = Serve("text/html", "<html>");

        var error = await RefusalAsync(image);

        Assert.Equal(
            ("KILN2033", $"{Digest.OfBytes("<html>"u8)} is not an image manifest: it has the media type 'text/html' or members of "
                + "another kind of document."),
            (error.Code, error.Message));
    }

    [Theory]
    [InlineData(
        "application/vnd.cncf.helm.config.v1+json", 2, "KILN2033",
        "The config of '{0}' is not an image config: it has the media type 'application/vnd.cncf.helm.config.v1+json' or members of "
        + "another kind of document.")]
    [InlineData(
        MediaTypes.OciConfig, 16_777_217, "KILN2034",
        "The config of '{0}' has 16777217 bytes; at most 16777216 are read. It is no config of an image: name another image.")]
    public async Task A_config_of_another_kind_or_an_absurd_size_is_not_fetched(string mediaType, int size, string code, string message)
    {
        var image = Serve(
            MediaTypes.OciManifest,
            $$"""
            {"schemaVersion":2,"config":{"mediaType":"{{mediaType}}","digest":"{{Digest.OfBytes([])}}","size":{{size}}},"layers":[]}
            """);

        var error = await RefusalAsync(image);

        Assert.Equal((code, string.Format(message, image)), (error.Code, error.Message));
        Assert.Empty(_fake.Seen("GET", "/blobs/"));
    }

    [Fact]
    public async Task More_than_four_megabytes_are_no_manifest()
    {
        var image = Serve(MediaTypes.OciIndex, new string(' ', 4 * 1024 * 1024 + 1));

        var error = await RefusalAsync(image);

        Assert.Equal(
            ("KILN2007", $"The registry '{_fake.Address}' answered GET /v2/x/manifests/1 with more than the 4194304 bytes that may be "
                + "there. Look for a proxy that rewrites content, or damaged storage."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task Other_bytes_than_the_digest_names_are_refused()
    {
        var wanted = Digest.OfBytes("wanted"u8);
        var image = ImageReference.Parse($"{_fake.Address}/x@{wanted}");
        _fake.Manifests[$"/v2/x/manifests/{wanted}"] = (MediaTypes.OciIndex, "other"u8.ToArray());

        var error = await RefusalAsync(image);

        Assert.Equal(
            ("KILN2010", $"The registry '{_fake.Address}' has other bytes for '{image}': {wanted} was expected, and it has "
                + $"{Digest.OfBytes("other"u8)}. Nothing of it may be used; look for a proxy that rewrites content, or damaged storage."),
            (error.Code, error.Message));
    }

    static JsonObject Platform(JsonObject descriptor, string os, string architecture)
    {
        descriptor["platform"] = new JsonObject { ["os"] = os, ["architecture"] = architecture };
        return descriptor;
    }
}
