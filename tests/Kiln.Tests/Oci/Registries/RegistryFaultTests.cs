using System.Diagnostics;
using Kiln.Oci;
using Kiln.Oci.Registries;

namespace Kiln.Tests.Oci.Registries;

public sealed class RegistryFaultTests : IDisposable
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

    OciLayout Layout() => TestLayout.OfTwoPlatforms(_folder.Path);

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Asks_again_after_a_passing_failure(int status)
    {
        _registry.FailFirst(
            3, request => request.HttpMethod == "PUT", context => FakeRegistry.AnswerAsync(context, status));

        var result = await new LayoutPusher(_client).PushAsync(Layout(), _registry.Image("api"), ["1"]);

        Assert.Equal(5, result.BlobsSent);
    }

    [Fact]
    public async Task Waits_as_long_as_the_registry_asks()
    {
        _registry.FailFirst(1, _ => true, context =>
        {
            context.Response.Headers["Retry-After"] = "1";
            return FakeRegistry.AnswerAsync(context, 429);
        });
        var watch = Stopwatch.StartNew();

        await _client.FindManifestAsync(_registry.Image("api:1"));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 10);
    }

    [Fact]
    public async Task Does_not_wait_longer_than_the_policy_allows()
    {
        _registry.FailFirst(100, _ => true, context =>
        {
            context.Response.Headers["Retry-After"] = "3600";
            return FakeRegistry.AnswerAsync(context, 429);
        });

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => _client.FindManifestAsync(_registry.Image("api:1")));

        Assert.Equal(("KILN2006", 429), (error.Code, error.Status));
        Assert.EndsWith("It asks to wait 3600 s.", error.Message);
        Assert.Single(_registry.Requests);
    }

    [Fact]
    public async Task Gives_up_after_five_attempts_and_quotes_the_registry()
    {
        _registry.FailFirst(100, _ => true, context =>
            FakeRegistry.AnswerAsync(context, 500, """{"errors":[{"code":"UNKNOWN","message":"disk full"}]}"""));

        var error = await Assert.ThrowsAsync<RegistryException>(() => _client.ListTagsAsync(_registry.Image("api")));

        Assert.Equal(
            $"The registry '{_registry.Address}' answered GET /v2/api/tags/list with HTTP 500, 'UNKNOWN: disk full', "
            + "also when asked again. Try again later, or look at its log.",
            error.Message);
        Assert.Equal(5, _registry.Requests.Count);
    }

    [Fact]
    public async Task Goes_on_where_a_large_upload_broke()
    {
        var (blob, bytes) = LargeBlob();
        using var proxy = new CuttingProxy(_registry.Address) { Victim = "PATCH ", CutAfter = 1_000_000, CutsLeft = 1 };
        using var client = new RegistryClient(Clients.Quick with { ResumableFrom = 1 });

        await client.UploadBlobAsync(ImageReference.Parse($"{proxy.Address}/api"), blob, () => new MemoryStream(bytes));

        Assert.Equal(bytes, _registry.Blobs[blob.Digest.ToString()]);
        Assert.Single(_registry.Seen("POST"));
        Assert.Equal(2, _registry.Seen("PATCH").Count());
    }

    [Fact]
    public async Task Ends_when_a_registry_hangs()
    {
        using var client = new RegistryClient(Clients.Quick with { Inactivity = TimeSpan.FromMilliseconds(200) });
        _registry.FailFirst(100, _ => true, FakeRegistry.Hang);

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => client.FindManifestAsync(_registry.Image("api:1")));

        Assert.Equal(
            ("KILN2005", $"The registry '{_registry.Address}' did not move for 0.2 s during HEAD /v2/api/manifests/1. "
                + "Look at its log and its disk; a proxy between here and there can also be the reason."),
            (error.Code, error.Message));
        Assert.Equal(2, _registry.Requests.Count);
    }

    [Fact]
    public async Task Ends_at_once_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        _registry.FailFirst(100, _ => true, FakeRegistry.Hang);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _client.FindManifestAsync(_registry.Image("api:1"), cancellation.Token));
    }

    [Fact]
    public async Task Refuses_a_manifest_that_is_not_the_one_asked_for()
    {
        var wanted = Digest.OfBytes("wanted"u8);
        _registry.Manifests[$"/v2/api/manifests/{wanted}"] = (MediaTypes.OciManifest, "other"u8.ToArray());

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => _client.GetManifestAsync(_registry.Image("api").WithDigest(wanted)));

        Assert.Equal("KILN2010", error.Code);
        Assert.Contains($"{wanted} was expected, and it has {Digest.OfBytes("other"u8)}", error.Message);
    }

    [Fact]
    public async Task Notices_a_registry_that_stores_other_bytes()
    {
        _registry.Fault = async context =>
        {
            if (context.Request.HttpMethod != "PUT" || !context.Request.Url!.AbsolutePath.Contains("/manifests/"))
                return false;
            context.Response.Headers["Docker-Content-Digest"] = Digest.OfBytes("rewritten"u8).ToString();
            await FakeRegistry.AnswerAsync(context, 201);
            return true;
        };

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => new LayoutPusher(_client).PushAsync(Layout(), _registry.Image("api"), ["1"]));

        Assert.Equal("KILN2010", error.Code);
    }

    [Fact]
    public async Task Refuses_a_blob_that_was_truncated()
    {
        var blob = new Descriptor { MediaType = "x", Digest = Digest.OfBytes("whole"u8), Size = 5 };
        _registry.Blobs[blob.Digest.ToString()] = "who"u8.ToArray();

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => _client.DownloadBlobAsync(_registry.Image("api"), blob, new MemoryStream()));

        Assert.Equal("KILN2010", error.Code);
    }

    [Fact]
    public async Task Says_what_is_forbidden()
    {
        _registry.FailFirst(1, _ => true, context =>
            FakeRegistry.AnswerAsync(context, 403, """{"errors":[{"code":"DENIED","message":"no rights"}]}"""));

        var error = await Assert.ThrowsAsync<RegistryException>(
            () => _client.PutManifestAsync(_registry.Image("api:1"), MediaTypes.OciManifest, new byte[2]));

        Assert.Equal(
            ("KILN2003", $"The registry '{_registry.Address}' does not allow PUT /v2/api/manifests/1 "
                + "(HTTP 403), 'DENIED: no rights'. The credentials are known there, but may not do this: "
                + "check the project's name and the account's rights."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task Sends_one_request_when_nothing_changed()
    {
        var layout = Layout();
        await new LayoutPusher(_client).PushAsync(layout, _registry.Image("api"), ["1"]);
        _registry.Requests.Clear();

        await new LayoutPusher(_client).PushAsync(layout, _registry.Image("api"), ["1"]);

        Assert.Equal(
            ("HEAD", "/v2/api/manifests/1"), (_registry.Requests.Single().Method, _registry.Requests.Single().Path));
    }

    [Fact]
    public async Task Sets_tags_after_everything_else_is_there()
    {
        await new LayoutPusher(_client).PushAsync(Layout(), _registry.Image("api"), ["1"]);

        var puts = _registry.Seen("PUT").Select(request => request.Path.Contains("/blobs/")
            ? "blob"
            : request.Path.Split('/')[^1]).ToList();

        Assert.Equal(["blob", "blob", "blob", "blob", "blob"], puts.Take(5));
        Assert.All(puts.Skip(5).Take(3), manifest => Assert.StartsWith("sha256:", manifest));
        Assert.Equal(["1"], puts.Skip(8));
    }

    static (Descriptor Blob, byte[] Bytes) LargeBlob()
    {
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        return (new Descriptor { MediaType = "x", Digest = Digest.OfBytes(bytes), Size = bytes.Length }, bytes);
    }
}
