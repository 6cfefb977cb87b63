using Kiln.Caching;
using Kiln.Caching.Preflight;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Reporting;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Caching.Preflight;

public sealed class CachePreflightTests(RegistryFixture registries) : IDisposable
{
    static readonly ValueList<ImageSpec> Images = [new("api", "/api"), new("worker", "/worker")];
    static readonly CacheRun Topic = new(CacheHost.Other, new CacheRefs("topic", null, "main"));

    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_registry_that_is_empty_is_read_from_the_next_run_on()
    {
        var plan = await CheckAsync(CachePolicy.Registry($"{registries.Open}/empty"), Topic);

        Assert.Equal(
            [$"Cache     the registry {registries.Open}/empty: reads nothing, there is nothing of topic, main yet; writes topic"],
            CacheSummary.Lines(plan, Images));
        Assert.Empty(plan.UseOf(Images[0]).From);
        Assert.Single(plan.UseOf(Images[0]).To);
    }

    [Theory]
    [InlineData(CacheHost.GitLab, true, "the project has no registry (CI_REGISTRY_IMAGE is not set)")]
    [InlineData(CacheHost.Other, false, "this CI host has no cache that Kiln knows")]
    public async Task Where_a_cache_may_be_missed_it_is_said_why_there_is_none_and_one_that_is_required_ends_the_build(CacheHost host, bool tellsOrigin, string reason)
    {
        var plan = CachePlan.Of(CachePolicy.Auto, Topic with { Host = host, TellsOrigin = tellsOrigin }, Images);

        Assert.Equal([$"Cache     only what the builder keeps: {reason}"], CacheSummary.Lines(plan, Images));
        var failure = await Assert.ThrowsAsync<KilnException>(
            () => new CachePreflight().CheckAsync(plan with { IsRequired = true }, Images, CancellationToken.None));
        Assert.Equal("KILN6020", failure.Code);
        Assert.Contains($"there is none beside what the builder keeps: {reason}. Name one", failure.Message);
    }

    [Fact]
    public async Task On_a_laptop_nobody_misses_a_cache_until_it_is_required()
    {
        var plan = CachePlan.Of(CachePolicy.Auto, Topic, Images);

        Assert.Empty(CacheSummary.Lines(plan, Images));
        await Assert.ThrowsAsync<KilnException>(() => new CachePreflight().CheckAsync(plan with { IsRequired = true }, Images, CancellationToken.None));
    }

    [Fact]
    public async Task Where_a_host_does_not_tell_whose_code_it_runs_that_is_said_beside_what_is_written()
    {
        var plan = await CheckAsync(CachePolicy.Registry($"{registries.Open}/untold"), Topic with { TellsOrigin = false });

        Assert.EndsWith("; writes topic (this CI host does not tell whose code it runs)", Assert.Single(CacheSummary.Lines(plan, Images)));
    }

    [Fact]
    public async Task Only_what_is_there_is_read()
    {
        await PublishAsync("some", "api", "linux-amd64.main");

        var plan = await CheckAsync(CachePolicy.Registry($"{registries.Open}/some"), Topic);

        Assert.Equal(
            [$"Cache     the registry {registries.Open}/some: reads topic, main, which 1 of 2 images are in; writes topic"],
            CacheSummary.Lines(plan, Images));
        Assert.Equal($"type=registry,ref={registries.Open}/some/api:linux-amd64.main", plan.UseOf(Images[0]).From.Single().ToString());
        Assert.Empty(plan.UseOf(Images[1]).From);
    }

    [Fact]
    public async Task A_registry_that_takes_nothing_is_read_and_that_is_said()
    {
        await PublishAsync("frozen", "api", "linux-amd64.main");

        var plan = await CheckAsync(CachePolicy.Registry($"{registries.ReadOnly}/frozen"), Topic);

        Assert.Matches(
            "reads topic, main, which 1 of 2 images are in; writes nothing, .*405",
            Assert.Single(CacheSummary.Lines(plan, Images)));
        Assert.Single(plan.UseOf(Images[0]).From);
        Assert.Empty(plan.UseOf(Images[0]).To);
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_is_left_alone_and_that_is_said()
    {
        var nobody = $"127.0.0.1:{FreePort.Find()}";

        var plan = await CheckAsync(CachePolicy.Registry(nobody), Topic);

        Assert.Matches($"neither read nor written, .*{nobody}", Assert.Single(CacheSummary.Lines(plan, Images)));
        Assert.Equal(new CacheUse(), plan.UseOf(Images[0]));
    }

    [Fact]
    public async Task A_registry_that_wants_a_password_says_so()
    {
        var plan = await CheckAsync(CachePolicy.Registry($"{registries.Closed}/x"), Topic);

        Assert.Matches("reads nothing, .*docker login", Assert.Single(CacheSummary.Lines(plan, Images)));
    }

    [Fact]
    public async Task What_is_required_and_cannot_be_written_ends_the_build_before_it_began()
    {
        var plan = CachePlan.Of(CachePolicy.Registry($"{registries.ReadOnly}/x"), Topic, Images) with { IsRequired = true };

        var failure = await Assert.ThrowsAsync<KilnException>(() => new CachePreflight().CheckAsync(plan, Images, CancellationToken.None));

        Assert.Equal("KILN6020", failure.Code);
        Assert.StartsWith(
            $"The cache is required and cannot be used. the registry {registries.ReadOnly}/x cannot be written:", failure.Message);
    }

    [Fact]
    public async Task A_fork_s_run_misses_nothing_by_not_writing()
    {
        var run = Topic with { Distrust = "this run is for a fork's pull request (them/app)" };
        var plan = CachePlan.Of(CachePolicy.Registry($"{registries.ReadOnly}/x"), run, Images) with { IsRequired = true };

        var found = await new CachePreflight().CheckAsync(plan, Images, CancellationToken.None);

        Assert.EndsWith(
            "writes nothing, this run is for a fork's pull request (them/app)", Assert.Single(CacheSummary.Lines(found, Images)));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_not_used()
    {
        var file = _folder.Write("file", "");

        var plan = await CheckAsync(CachePolicy.Folder(Path.Combine(file, "below")), Topic);

        await using var session = await CacheSession.BeginAsync(plan, Images, CancellationToken.None);
        Assert.Equal(([], []), (session.ReadsOf(Images[0]), session.WritesOf(Images[0])));
        Assert.Contains(file, Assert.Single(CacheSummary.Lines(plan, Images)));
    }

    [Fact]
    public async Task A_folder_that_is_empty_is_read_from_the_next_run_on()
    {
        var plan = await CheckAsync(CachePolicy.Folder(_folder["cache"]), Topic);

        Assert.Equal(
            [$"Cache     the folder {_folder["cache"]}: reads nothing, there is nothing of topic, main yet; writes topic"],
            CacheSummary.Lines(plan, Images));
    }

    [Fact]
    public async Task A_folder_in_one_s_own_words_is_left_as_it_is()
    {
        var plan = await CheckAsync(CachePolicy.Custom("type=local,src=/cache", "type=local,dest=/cache/{image}"), Topic);

        await using var session = await CacheSession.BeginAsync(plan, Images, CancellationToken.None);

        Assert.Equal("type=local,src=/cache", session.ReadsOf(Images[0]).Single().ToString());
        Assert.Equal("type=local,dest=/cache/api,ignore-error=true", session.WritesOf(Images[0]).Single().ToString());
    }

    static Task<CachePlan> CheckAsync(CachePolicy policy, CacheRun run) =>
        new CachePreflight().CheckAsync(CachePlan.Of(policy, run, Images), Images, CancellationToken.None);

    async Task PublishAsync(string place, string name, string tag)
    {
        using var client = new RegistryClient(new RegistryOptions());
        var image = RegistryNamespace.Parse($"{registries.Open}/{place}").Image(name);
        var config = "{}"u8.ToArray();
        var descriptor = new Descriptor { MediaType = MediaTypes.OciConfig, Digest = Digest.OfBytes(config), Size = config.Length };
        await client.UploadBlobAsync(image, descriptor, () => new MemoryStream(config));
        var manifest = System.Text.Encoding.UTF8.GetBytes(
            $$"""{"schemaVersion":2,"mediaType":"{{MediaTypes.OciManifest}}","config":{"mediaType":"{{descriptor.MediaType}}","digest":"{{descriptor.Digest}}","size":2},"layers":[]}""");
        await client.PutManifestAsync(image.WithTag(tag), MediaTypes.OciManifest, manifest);
    }

    public void Dispose() => _folder.Dispose();
}
