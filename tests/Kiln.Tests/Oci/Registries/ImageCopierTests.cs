using System.Text;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Referrers;

namespace Kiln.Tests.Oci.Registries;

public sealed class ImageCopierTests(RegistryFixture registries) : IDisposable
{
    readonly TestFolder _folder = new();
    readonly RegistryClient _client = Clients.Anonymous();
    readonly string _name = $"copier/{Guid.NewGuid():N}";

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    ImageReference Source => ImageReference.Parse($"{registries.Open}/{_name}");

    ImageCopier Copier => new(_client, _folder["work"]);

    [Fact]
    public async Task Within_a_repository_only_tags_are_set()
    {
        var layout = await PushAsync();

        var result = await Copier.CopyAsync(Source.WithTag("rc"), Source, ["1.0", "1"], TagPolicy.RefuseMoves);

        Assert.Equal((layout.Root.Digest, 0, 0), (result.Image.Digest, result.BlobsSent, result.BlobsMounted));
        Assert.Equal(layout.Root.Digest, (await _client.FindManifestAsync(Source.WithTag("1")))!.Digest);
    }

    [Fact]
    public async Task Within_a_registry_blobs_are_mounted()
    {
        var layout = await PushAsync();
        var target = ImageReference.Parse($"{registries.Open}/released/{Guid.NewGuid():N}");

        var result = await Copier.CopyAsync(Source.WithTag("rc"), target, ["1.0"], TagPolicy.RefuseMoves);

        Assert.Equal((0, true, 0L), (result.BlobsSent, result.BlobsMounted >= 5, result.BytesSent));
        await IsCompleteAsync(layout, target);
        Assert.False(Directory.Exists(_folder["work"]));
    }

    [Fact]
    public async Task To_another_registry_everything_travels_and_nothing_stays_on_the_way()
    {
        using var other = new FakeRegistry { KnowsReferrers = true };
        var layout = await PushAsync();
        var target = other.Image("api");

        var first = await Copier.CopyAsync(Source.WithDigest(layout.Root.Digest), target, ["1.0"], TagPolicy.RefuseMoves);
        var again = await Copier.CopyAsync(Source.WithDigest(layout.Root.Digest), target, ["1.0"], TagPolicy.RefuseMoves);

        Assert.True(first.BlobsSent >= 5);
        Assert.False(first.WasComplete);
        Assert.True(again.WasComplete);
        await IsCompleteAsync(layout, target);
        Assert.Empty(Directory.GetFiles(_folder["work"]));
    }

    [Fact]
    public async Task A_tag_that_is_something_else_stays_and_nothing_is_copied()
    {
        await PushAsync();
        var target = ImageReference.Parse($"{registries.Open}/released/{Guid.NewGuid():N}");
        await TestImages.PushAsync($"{target}:1.0", "another", "amd64");

        var refusal = await Assert.ThrowsAsync<RegistryException>(() => Copier.CopyAsync(Source.WithTag("rc"), target, ["1.0"], TagPolicy.RefuseMoves));

        Assert.Equal(ErrorCodes.TagWouldMove, refusal.Code);
        Assert.Equal(["1.0"], await _client.ListTagsAsync(target));
    }

    [Fact]
    public async Task What_is_not_there_is_not_promoted()
    {
        await PushAsync();

        var missing = await Assert.ThrowsAsync<RegistryException>(() => Copier.CopyAsync(Source.WithTag("other"), Source, ["1.0"], TagPolicy.RefuseMoves));

        Assert.Equal(ErrorCodes.NotInRegistry, missing.Code);
    }

    async Task IsCompleteAsync(OciLayout layout, ImageReference target)
    {
        Assert.Equal(layout.ReadDocument(layout.Root), (await _client.GetManifestAsync(target.WithTag("1.0"))).Bytes.ToArray());
        foreach (var blob in layout.ReadContents().Blobs)
            Assert.True(await _client.BlobExistsAsync(target, blob.Digest));
        var attached = Assert.Single(await _client.ListReferrersAsync(target, layout.Root.Digest));
        var manifest = (await _client.GetManifestAsync(target.WithDigest(attached.Digest))).ReadManifest();
        using var content = new MemoryStream();
        await _client.DownloadBlobAsync(target, manifest.Layers[0], content);
        Assert.Equal("what is known", Encoding.UTF8.GetString(content.ToArray()));
    }

    async Task<OciLayout> PushAsync()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder["layout"], _name);
        var options = new PushOptions { Attachments = [new Attachment("application/vnd.kiln.receipt.v1+json", "what is known"u8.ToArray())] };
        await new LayoutPusher(_client, options).PushAsync(layout, Source, ["rc"]);
        return layout;
    }
}
