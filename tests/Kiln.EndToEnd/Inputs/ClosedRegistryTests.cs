using Kiln.Buildx;
using Kiln.Caching;
using Kiln.Caching.Preflight;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking.Enforcement;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Credentials;
using Kiln.Reporting;

namespace Kiln.EndToEnd.Inputs;

/// <summary>Bases and caches in a registry that wants a password, which nobody stored by <c>docker login</c>.</summary>
public sealed class ClosedRegistryTests(PipelineFixture fixture)
{
    [Fact]
    public async Task Bases_and_caches_are_read_and_written_with_what_the_job_was_given()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var registry = await ClosedRegistry.StartAsync(fixture);
        await PublishAsync(bench, registry, "base:1");
        var image = bench.Image("app", $"FROM {registry.Address}/base:1\nCOPY note /app\n");
        var hosted = new HostedCredentials(new Dictionary<string, string?>
        {
            ["GITLAB_CI"] = "true",
            ["CI_REGISTRY"] = registry.Address,
            ["CI_REGISTRY_USER"] = ClosedRegistry.Login.Username,
            ["CI_REGISTRY_PASSWORD"] = ClosedRegistry.Login.Password,
        });
        var logins = await BuildLogins.FindAsync([], new NoCredentials(), hosted, new DockerVariable(null), CancellationToken.None);

        await bench.EmptyBuilderAsync();
        var (_, cold) = await BuildAsync(bench, registry, image, logins);
        await bench.EmptyBuilderAsync();
        var (said, warm) = await BuildAsync(bench, registry, image, logins);

        Assert.Equal([$"Cache     the registry {registry.Address}/cache: reads main; writes main"], said);
        Assert.Equal([(1, 0), (1, 1)], new[] { cold, warm }.Select(x => (x.Receipt.Work.Steps, x.Receipt.Work.Cached)));
        Assert.Empty(bench.Notes.Warned);
    }

    [Fact]
    public async Task Without_a_login_that_is_said_before_the_build_and_the_base_cannot_be_had()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var registry = await ClosedRegistry.StartAsync(fixture);
        await PublishAsync(bench, registry, "base:1");
        await bench.EmptyBuilderAsync();
        var image = bench.Image("app", $"FROM {registry.Address}/base:1\nCOPY note /app\n");
        var plan = await PlanAsync(registry, image, BuildLogins.None);

        var failure = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(SourcePolicy.Everything, x => x with { Caches = plan }, image));

        Assert.Matches("reads nothing, .*401.*; writes nothing, .*401", Assert.Single(CacheSummary.Lines(plan, [image])));
        Assert.Contains("401", failure.Message);
    }

    static async Task<(string[] Said, BuiltImage Built)> BuildAsync(Workbench bench, ClosedRegistry registry, ImageSpec image, BuildLogins logins)
    {
        var plan = await PlanAsync(registry, image, logins);
        var built = await bench.BuildAsync(SourcePolicy.Everything, x => x with { Caches = plan, Logins = logins, SkipsUnchanged = false }, image);
        return ([.. CacheSummary.Lines(plan, [image])], built[0]);
    }

    static Task<CachePlan> PlanAsync(ClosedRegistry registry, ImageSpec image, BuildLogins logins)
    {
        var run = new CacheRun(CacheHost.GitLab, new CacheRefs("main"));
        return new CachePreflight { Credentials = logins.Before(new NoCredentials()) }
            .CheckAsync(CachePlan.Of(CachePolicy.Registry($"{registry.Address}/cache"), run, [image]), [image], CancellationToken.None);
    }

    static async Task PublishAsync(Workbench bench, ClosedRegistry registry, string reference)
    {
        var built = await bench.BuildAsync(SourcePolicy.Everything, bench.Image("base", "FROM scratch\nCOPY note /note\n"));
        using var client = new RegistryClient(registry.Access);
        var place = ImageReference.Parse($"{registry.Address}/{reference}");
        await new LayoutPusher(client, new PushOptions()).PushAsync(OciLayout.Open(built[0].LayoutFolder), place, [place.Tag!]);
    }
}
