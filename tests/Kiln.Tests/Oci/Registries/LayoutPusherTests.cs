using Kiln.Oci;
using Kiln.Oci.Registries;

namespace Kiln.Tests.Oci.Registries;

public sealed class LayoutPusherTests(RegistryFixture registries) : IDisposable
{
    readonly TestFolder _folder = new();
    readonly RegistryClient _client = Clients.Anonymous();
    readonly string _name = $"pusher/{Guid.NewGuid():N}";

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    ImageReference Repository => ImageReference.Parse($"{registries.Open}/{_name}");

    OciLayout Layout(string content = "content") =>
        TestLayout.OfTwoPlatforms(_folder[Digest.OfBytes(System.Text.Encoding.UTF8.GetBytes(content)).Short], content);

    [Fact]
    public async Task Sends_an_index_with_everything_below_it()
    {
        var layout = Layout();

        var result = await new LayoutPusher(_client).PushAsync(layout, Repository, ["1.0", "1"]);

        Assert.Equal((layout.Root.Digest, 5, 0), (result.Image.Digest, result.BlobsSent, result.BlobsPresent));
        Assert.Equal(
            layout.ReadContents().Blobs.Concat(layout.ReadContents().Manifests).Sum(x => x.Size), result.BytesSent);
        Assert.Equal(["1", "1.0"], (await _client.ListTagsAsync(Repository)).Order());
        Assert.Equal(layout.ReadDocument(layout.Root), (await _client.GetManifestAsync(
            Repository.WithTag("1"))).Bytes.ToArray());
    }

    [Fact]
    public async Task Sends_nothing_when_the_tag_is_there()
    {
        var layout = Layout();
        await new LayoutPusher(_client).PushAsync(layout, Repository, ["1.0"]);

        var again = await new LayoutPusher(_client).PushAsync(layout, Repository, ["1.0"]);

        Assert.True(again.WasComplete);
        Assert.Equal((0, 5, 0), (again.BlobsSent, again.BlobsPresent, again.BytesSent));
    }

    [Fact]
    public async Task Sends_only_what_another_image_does_not_share()
    {
        await new LayoutPusher(_client).PushAsync(Layout("first"), Repository, ["1.0"]);

        var second = await new LayoutPusher(_client).PushAsync(Layout("second"), Repository, ["1.1"]);

        Assert.Equal((4, 1), (second.BlobsSent, second.BlobsPresent));
    }

    [Fact]
    public async Task Sends_nothing_but_manifests_to_a_repository_that_can_mount()
    {
        var layout = Layout();
        await new LayoutPusher(_client).PushAsync(layout, Repository, ["1.0"]);
        var other = ImageReference.Parse($"{Repository}-copy");

        var result = await new LayoutPusher(_client, new PushOptions { MountFrom = Repository }).PushAsync(layout, other, ["1.0"]);

        Assert.Equal((0, 5), (result.BlobsSent, result.BlobsMounted));
        Assert.Equal(layout.Root.Digest, (await _client.FindManifestAsync(other.WithTag("1.0")))?.Digest);
    }

    [Fact]
    public async Task Does_not_move_a_tag_and_names_both_digests()
    {
        var (first, second) = (Layout("first"), Layout("second"));
        await new LayoutPusher(_client).PushAsync(first, Repository, ["1.0"]);

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => new LayoutPusher(_client).PushAsync(second, Repository, ["1.0", "new"]));

        Assert.Equal("KILN2011", error.Code);
        Assert.Equal(
            $"'{Repository}:1.0' exists with the digest {first.Root.Digest}, and {second.Root.Digest} "
            + "was to be pushed. Nothing was sent. Push under another tag, or say in the build that this tag is mutable.",
            error.Message);
        Assert.Equal(["1.0"], await _client.ListTagsAsync(Repository));
        Assert.Null(await _client.FindManifestAsync(Repository.WithDigest(second.Root.Digest)));
    }

    [Fact]
    public async Task Moves_a_tag_that_may_move()
    {
        var second = Layout("second");
        await new LayoutPusher(_client).PushAsync(Layout("first"), Repository, ["latest"]);

        var options = new PushOptions { Tags = TagPolicy.AllowMovesOf("latest") };
        await new LayoutPusher(_client, options).PushAsync(second, Repository, ["latest", "2"]);

        Assert.Equal(second.Root.Digest, (await _client.FindManifestAsync(Repository.WithTag("latest")))?.Digest);
    }

    [Fact]
    public async Task Sends_large_blobs_in_a_way_that_can_be_resumed()
    {
        var layout = Layout();
        using var client = new RegistryClient(Clients.Quick with { ResumableFrom = 1 });

        await new LayoutPusher(client).PushAsync(layout, Repository, ["1.0"]);

        var blob = layout.ReadContents().Blobs[^1];
        using var bytes = new MemoryStream();
        await client.DownloadBlobAsync(Repository, blob, bytes);
        Assert.Equal(File.ReadAllBytes(layout.BlobPath(blob.Digest)), bytes.ToArray());
    }

    [Fact]
    public async Task Tags_nothing_when_the_connection_breaks_and_sends_only_what_is_missing_the_next_time()
    {
        var layout = Layout();
        var victim = Uri.EscapeDataString(layout.ReadContents().Blobs[^1].Digest.ToString());
        using var proxy = new CuttingProxy(registries.Open) { Victim = victim, CutsLeft = int.MaxValue };
        var behindProxy = ImageReference.Parse($"{proxy.Address}/{_name}");

        var pusher = new LayoutPusher(_client, new PushOptions { ParallelBlobs = 1 });
        var error = await Assert.ThrowsAsync<RegistryException>(() => pusher.PushAsync(layout, behindProxy, ["1.0"]));
        var present = await _client.FindManifestAsync(Repository.WithDigest(layout.Root.Digest));
        var next = await pusher.PushAsync(layout, Repository, ["1.0"]);

        Assert.Equal(("KILN2004", null), (error.Code, present));
        Assert.StartsWith($"The connection to the registry '{proxy.Address}' broke during PUT "
            + $"/v2/{_name}/blobs/uploads/", error.Message);
        Assert.Equal((1, 4), (next.BlobsSent, next.BlobsPresent));
    }

    [Fact]
    public async Task Sends_a_large_blob_again_when_the_connection_broke()
    {
        var layout = Layout(new string('z', 3_000_000));
        using var proxy = new CuttingProxy(registries.Open) { Victim = "PATCH ", CutAfter = 300, CutsLeft = 1 };
        using var client = new RegistryClient(Clients.Quick with { ResumableFrom = 1 });

        var result = await new LayoutPusher(client).PushAsync(
            layout, ImageReference.Parse($"{proxy.Address}/{_name}"), ["1.0"]);

        Assert.Equal((5, 0), (result.BlobsSent, proxy.CutsLeft));
        Assert.Equal(layout.Root.Digest, (await _client.FindManifestAsync(Repository.WithTag("1.0")))?.Digest);
    }

    [Fact]
    public async Task Pushes_without_tags_by_digest_alone()
    {
        var layout = Layout();

        var result = await new LayoutPusher(_client).PushAsync(layout, Repository, []);

        Assert.NotNull(await _client.FindManifestAsync(result.Image));
        Assert.Empty(await _client.ListTagsAsync(Repository));
    }

    [Fact]
    public async Task Does_not_push_a_layout_that_lost_a_blob()
    {
        var layout = Layout();
        var lost = layout.ReadContents().Blobs[1].Digest;
        File.Delete(layout.BlobPath(lost));

        var error = await Assert.ThrowsAsync<KilnException>(
            () => new LayoutPusher(_client).PushAsync(layout, Repository, ["1.0"]));

        Assert.Equal("KILN2031", error.Code);
        Assert.Contains($"{lost} is missing", error.Message);
        Assert.Empty(await _client.ListTagsAsync(Repository));
    }

    [Fact]
    public async Task Tells_of_each_blob()
    {
        var told = new List<PushedBlob>();
        var options = new PushOptions { Progress = new Listener(told), ParallelBlobs = 1 };

        await new LayoutPusher(_client, options).PushAsync(Layout(), Repository, ["1.0"]);

        Assert.Equal(5, told.Count(blob => blob.Outcome == BlobOutcome.Sent));
    }

    sealed class Listener(List<PushedBlob> told) : IProgress<PushedBlob>
    {
        public void Report(PushedBlob value) => told.Add(value);
    }
}
