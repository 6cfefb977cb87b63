using System.Text.Json.Nodes;
using Kiln.CleaningUp;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Referrers;
using Kiln.Reporting;
using Kiln.Tests.Oci;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.CleaningUp;

/// <summary>Against real registries, which delete manifests for real.</summary>
public sealed class CleanUpTests(RegistryFixture registries) : IDisposable
{
    readonly RegistryClient _client = Clients.Anonymous();
    readonly RegistryNamespace _place = $"{registries.Open}/cleanup/{Guid.NewGuid():N}";
    readonly Said _said = new();

    public void Dispose() => _client.Dispose();

    ImageReference Api => _place.Image("api");

    CleanUpRequest Request => new()
    {
        Images = [new ImageSpec("api", ".")],
        Registries = [_place],
        Retention = new TagRetention { KeepNewest = 1 },
        Refs = new KnownRefs(["main"], ["8"]),
        Access = Clients.Quick,
        Now = Contents.Now,
    };

    [Fact]
    public async Task Old_images_go_with_their_own_and_everything_else_is_whole()
    {
        var old = await PushAsync("aaaaaaaaaaa1", "2026-01-01", "one");
        var released = await PushAsync("aaaaaaaaaaa2", "2026-01-02", "two");
        await TagAsync(released, "1.4.2");
        var newest = await PushAsync("aaaaaaaaaaa3", "2026-01-03", "three");
        await PushAsync("pr-7", "2026-06-30", "four");
        await PushAsync("pr-8", "2026-06-30", "five");
        await _client.AttachAsync(Api, old.Root, new Attachment("application/vnd.cyclonedx+json", "{}"u8.ToArray()));
        await _client.AttachAsync(Api, released.Root, new Attachment("application/vnd.cyclonedx+json", "{}"u8.ToArray()));

        var plan = await new CleanUpPlanner(_said).PlanAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(8, (await _client.ListTagsAsync(Api)).Count); // planned, and nothing deleted
        Assert.Equal(["aaaaaaaaaaa1", "pr-7"], plan.Leftovers.SelectMany(x => x.Names));
        Assert.Equal(
            [
                $"Stays     {Api}: 1.4.2 (a version)",
                $"Stays     {Api}: aaaaaaaaaaa2 (a tag that stays leads to the same image)",
                $"Stays     {Api}: aaaaaaaaaaa3 (among the 1 newest)",
                $"Stays     {Api}: pr-8 (request 8 is open)",
                $"Goes      {Api}: aaaaaaaaaaa1 (created 2026-01-01, and not among the 1 newest; 4 manifests, {HumanUnits.Size(plan.Leftovers[0].Size)})",
                $"Goes      {Api}: pr-7 (request 7 is closed; 2 manifests, {HumanUnits.Size(plan.Leftovers[1].Size)})",
                $"Together  2 leftovers, {HumanUnits.Size(plan.Size)}",
            ],
            CleanUpSummary.Lines(plan));

        var gone = await new LeftoverRemover(_said).RemoveAsync(plan, Request, TestContext.Current.CancellationToken);

        Assert.Equal(plan.Leftovers, gone);
        Assert.Empty(_said.Lines);
        Assert.Equal(
            ["1.4.2", "aaaaaaaaaaa2", "aaaaaaaaaaa3", "pr-8", ReferrersTag.Of(released.Root.Digest)],
            (await _client.ListTagsAsync(Api)).Order(StringComparer.Ordinal));
        await IsWholeAsync(released);
        await IsWholeAsync(newest);
        Assert.Single(await _client.ListReferrersAsync(Api, released.Root.Digest));
        Assert.Empty(await _client.ListReferrersAsync(Api, old.Root.Digest));
        Assert.Null(await _client.FindManifestAsync(Api.WithDigest(old.Own.Digest)));
        Assert.Empty((await new CleanUpPlanner(_said).PlanAsync(Request, TestContext.Current.CancellationToken)).Leftovers);
    }

    [Fact]
    public async Task An_image_without_an_age_stays_and_that_is_said()
    {
        await PushTimelessAsync("aaaaaaaaaaa1");
        await PushAsync("aaaaaaaaaaa2", "2026-01-01", "two");
        await PushAsync("aaaaaaaaaaa3", "2026-01-02", "three");

        var plan = await new CleanUpPlanner(_said).PlanAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(["aaaaaaaaaaa2"], plan.Leftovers.SelectMany(x => x.Names));
        Assert.Contains($"Stays     {Api}: aaaaaaaaaaa1 (its age is not known)", CleanUpSummary.Lines(plan));
    }

    [Fact]
    public async Task An_image_that_bears_no_note_is_as_old_as_its_config_says()
    {
        await TestImages.PushSingleAsync($"{Api}:aaaaaaaaaaa1", "one"); // created 2024-05-01
        await PushAsync("aaaaaaaaaaa2", "2026-01-01", "two");

        var plan = await new CleanUpPlanner(_said).PlanAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal("created 2024-05-01, and not among the 1 newest", Assert.Single(plan.Leftovers).Why);
    }

    [Fact]
    public async Task Caches_of_gone_branches_go_from_registries()
    {
        var cache = _place.Image("api");
        await TestImages.PushSingleAsync($"{cache}:linux-amd64.main", "main");
        await TestImages.PushSingleAsync($"{cache}:linux-amd64.gone", "gone");
        var request = Request with { Registries = [], CachePlaces = [_place] };

        var plan = await new CleanUpPlanner(_said).PlanAsync(request, TestContext.Current.CancellationToken);
        await new LeftoverRemover(_said).RemoveAsync(plan, request, TestContext.Current.CancellationToken);

        Assert.Equal(["linux-amd64.main"], await _client.ListTagsAsync(cache));
    }

    [Fact]
    public async Task A_repository_that_is_not_there_has_no_leftovers() => Assert.Equal(
        ["Nothing is left over"],
        CleanUpSummary.Lines(await new CleanUpPlanner(_said).PlanAsync(Request, TestContext.Current.CancellationToken)));

    [Fact]
    public void Where_nothing_could_be_looked_at_it_is_not_told_that_nothing_is_left_over() => Assert.Equal(
        ["Nothing goes; what is left over is not known, since these could not be looked at: GitHub's cache of acme/shop, branches"],
        CleanUpSummary.Lines(new CleanUpPlan { Unseen = ["GitHub's cache of acme/shop", "branches"] }));

    [Fact]
    public async Task A_registry_that_deletes_nothing_is_a_warning_and_the_others_are_cleaned_up()
    {
        using var closed = new FakeRegistry { Fault = x => Refuse(x) };
        var digest = await TestImages.PushSingleAsync($"{Api}:aaaaaaaaaaa1", "one");
        Leftover Of(ImageReference repository) => new Leftover.InRegistry(repository, [digest]) { Place = repository.ToString(), Names = ["aaaaaaaaaaa1"], Why = "for a test", Size = 1 };
        var plan = new CleanUpPlan { Leftovers = [Of(closed.Image("api")), Of(closed.Image("api")), Of(Api)] };

        var gone = await new LeftoverRemover(_said).RemoveAsync(plan, Request, TestContext.Current.CancellationToken);

        Assert.Equal([plan.Leftovers[2]], gone);
        Assert.Equal(
            [
                $"warning: What is left stays as it is: {closed.Address}/api. KILN2020: The registry '{closed.Address}' does not delete: it answered DELETE /v2/api/manifests/{digest} with HTTP 405. "
                + "Allow it there (the distribution project's registry: REGISTRY_STORAGE_DELETE_ENABLED=true), or let the registry's own rules take old tags away.",
            ],
            _said.Lines);
        Assert.Equal("Deleted   1 leftover of 3, 1 B", CleanUpSummary.Result(plan, gone));
    }

    [Fact]
    public async Task A_registry_that_is_away_is_a_warning()
    {
        await PushAsync("pr-7", "2026-06-30", "one");

        var plan = await new CleanUpPlanner(_said).PlanAsync(Request with { Registries = ["127.0.0.1:1", _place] }, TestContext.Current.CancellationToken);

        Assert.Equal(["pr-7"], plan.Leftovers.SelectMany(x => x.Names));
        Assert.StartsWith("warning: Left as it is: 127.0.0.1:1/api. KILN2001: The registry '127.0.0.1:1' cannot be reached", Assert.Single(_said.Lines));
    }

    static async Task<bool> Refuse(System.Net.HttpListenerContext context)
    {
        await FakeRegistry.AnswerAsync(context, 405, """{"errors":[{"code":"UNSUPPORTED","message":"The operation is unsupported."}]}""");
        return true;
    }

    // As BuildKit makes it reproducibly, without Kiln's note.
    async Task PushTimelessAsync(string tag)
    {
        using var folder = new TestFolder();
        var (layout, tar) = (new TestLayout(folder.Path), TestLayout.Tar("own", "content"));
        var config = layout.Json(MediaTypes.OciConfig, new JsonObject
        {
            ["os"] = "linux",
            ["architecture"] = "amd64",
            ["created"] = "1980-01-01T00:00:00Z",
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(Digest.OfBytes(tar).ToString()) },
        });
        layout.WriteIndex(layout.Manifest(config, layout.Blob(tar, TestLayout.PlainLayer)));
        await new LayoutPusher(_client).PushAsync(OciLayout.Open(folder.Path), Api, [tag]);
    }

    // Two platforms, of which all images have the second.
    async Task<(Descriptor Root, Descriptor Own)> PushAsync(string tag, string created, string content)
    {
        using var folder = new TestFolder();
        var layout = new TestLayout(folder.Path);
        JsonObject[] platforms = [layout.Image("amd64", content), layout.Image("arm64", "the same")];
        layout.WriteIndex(layout.Json(MediaTypes.OciIndex, new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = MediaTypes.OciIndex,
            ["manifests"] = new JsonArray([.. platforms]),
            ["annotations"] = new JsonObject { ["org.opencontainers.image.created"] = $"{created}T00:00:00Z" },
        }));
        var image = OciLayout.Open(folder.Path);
        await new LayoutPusher(_client).PushAsync(image, Api, [tag]);
        return (image.Root, new Descriptor { MediaType = MediaTypes.OciManifest, Digest = Digest.Parse((string)platforms[0]["digest"]!), Size = 0 });
    }

    async Task TagAsync((Descriptor Root, Descriptor Own) image, string tag)
    {
        var manifest = await _client.GetManifestAsync(Api.WithDigest(image.Root.Digest));
        await _client.PutManifestAsync(Api.WithTag(tag), manifest.Descriptor.MediaType, manifest.Bytes);
    }

    async Task IsWholeAsync((Descriptor Root, Descriptor Own) image)
    {
        foreach (var platform in (await _client.GetManifestAsync(Api.WithDigest(image.Root.Digest))).ReadIndex().Manifests)
            await _client.GetManifestAsync(Api.WithDigest(platform.Digest));
    }
}
