using System.Text;
using System.Text.Json.Nodes;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Referrers;

namespace Kiln.Tests.Oci.Registries;

public sealed class ReferrerTests(RegistryFixture registries) : IDisposable
{
    const string Sbom = "application/vnd.cyclonedx+json";
    const string Receipt = "application/vnd.kiln.receipt.v1+json";

    readonly TestFolder _folder = new();
    readonly RegistryClient _client = Clients.Anonymous();

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Without_the_API_they_are_listed_under_the_digest_s_tag() =>
        await AttachesAsync(ImageReference.Parse($"{registries.Open}/referrers/{Guid.NewGuid():N}"), isTagged: true);

    [Fact]
    public async Task With_the_API_no_tag_is_needed()
    {
        using var registry = new FakeRegistry { KnowsReferrers = true };

        await AttachesAsync(registry.Image("api"), isTagged: false);

        Assert.DoesNotContain(registry.Seen("PUT"), x => x.Path.Contains("/manifests/sha256-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registry_that_takes_images_only_has_the_image_all_the_same()
    {
        using var registry = new FakeRegistry();
        registry.Fault = async context =>
        {
            if (context.Request.HttpMethod != "PUT" || !context.Request.Url!.AbsolutePath.Contains("/manifests/"))
                return false;
            using var bytes = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(bytes);
            var manifest = JsonNode.Parse(bytes.ToArray())!;
            if (manifest["subject"] is null)
            {
                registry.Manifests[context.Request.Url.AbsolutePath] = (context.Request.ContentType!, bytes.ToArray());
                context.Response.StatusCode = 201;
                context.Response.Close();
                return true;
            }

            await FakeRegistry.AnswerAsync(context, 400, """{"errors":[{"code":"MANIFEST_INVALID","message":"unknown config"}]}""");
            return true;
        };

        var result = await PushAsync(registry.Image("api"), Attachment(Sbom, "{}"));

        Assert.Contains("MANIFEST_INVALID", result.ObjectionToAttachments, StringComparison.Ordinal);
        Assert.Empty(result.Attached);
        Assert.Contains(registry.Manifests.Keys, x => x.EndsWith("/manifests/1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_push_took_off_the_list_is_listed_again_by_the_next()
    {
        var repository = ImageReference.Parse($"{registries.Open}/referrers/{Guid.NewGuid():N}");
        await PushAsync(repository, Attachment(Receipt, "{}"));
        var digest = Layout().Root.Digest;
        await _client.PutManifestAsync(
            repository.WithTag($"sha256-{digest.Hex}"), MediaTypes.OciIndex, Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"mediaType":"{{MediaTypes.OciIndex}}","manifests":[]}"""));

        await PushAsync(repository, Attachment(Receipt, "{}"));

        Assert.Single(await _client.ListReferrersAsync(repository, digest));
    }

    async Task AttachesAsync(ImageReference repository, bool isTagged)
    {
        var sbom = Attachment(Sbom, """{"bomFormat":"CycloneDX"}""") with { Annotations = [new("vnd.kiln.platform", "linux/arm64")] };

        var first = await PushAsync(repository, sbom, Attachment(Receipt, "{}"));
        var second = await PushAsync(repository, sbom, Attachment(Receipt, "{}"));

        Assert.Null(first.ObjectionToAttachments);
        Assert.Equal([(Sbom, true), (Receipt, true)], first.Attached.Select(x => (x.ArtifactType, x.IsSent)));
        Assert.All(second.Attached, x => Assert.False(x.IsSent));
        var digest = Layout().Root.Digest;
        var listed = await _client.ListReferrersAsync(repository, digest);
        Assert.Equal([Sbom, Receipt], listed.Select(x => x.ArtifactType).Order(StringComparer.Ordinal));
        Assert.Equal("linux/arm64", listed.Single(x => x.ArtifactType == Sbom).Annotations["vnd.kiln.platform"]);
        foreach (var referrer in listed)
        {
            var manifest = (await _client.GetManifestAsync(repository.WithDigest(referrer.Digest))).ReadManifest();
            Assert.Equal(digest, manifest.Subject!.Digest);
            using var content = new MemoryStream();
            await _client.DownloadBlobAsync(repository, manifest.Layers[0], content);
            Assert.Equal(referrer.ArtifactType == Sbom ? """{"bomFormat":"CycloneDX"}""" : "{}", Encoding.UTF8.GetString(content.ToArray()));
        }

        Assert.Empty(await _client.ListReferrersAsync(repository, Digest.OfBytes([1])));
        if (isTagged)
            Assert.Equal(["1", $"sha256-{digest.Hex}"], (await _client.ListTagsAsync(repository)).Order(StringComparer.Ordinal));
    }

    Task<PushResult> PushAsync(ImageReference repository, params Attachment[] attachments) =>
        new LayoutPusher(_client, new PushOptions { Attachments = [.. attachments] }).PushAsync(Layout(), repository, ["1"]);

    OciLayout Layout() => Directory.Exists(_folder["layout"]) ? OciLayout.Open(_folder["layout"]) : TestLayout.OfTwoPlatforms(_folder["layout"]);

    static Attachment Attachment(string type, string content) => new(type, Encoding.UTF8.GetBytes(content));
}
