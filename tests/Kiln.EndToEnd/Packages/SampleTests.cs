using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Oci.Registries;

namespace Kiln.EndToEnd.Packages;

/// <summary>The samples as repositories of people who reference the packages: the template, and what the sample has of its own.</summary>
public sealed class SampleTests(PipelineFixture fixture)
{
    [Theory]
    [InlineData("single-image", "hello")]
    [InlineData("monorepo", "base", "api", "site")]
    [InlineData("custom", "app")]
    public async Task Each_compiles_builds_its_images_judges_them_and_writes_its_pipelines(string name, params string[] images)
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var machine = new DockerMachine(bench.Engine);
        using var consumer = await Consumer.MakeAsync(fixture.Packages, machine.Variables);
        await consumer.StartSampleAsync(name);

        var outcome = (await consumer.RunAsync("build.sh", "Scan", "GenerateWorkflow")).Succeeded();

        Assert.All(images, x => Assert.True(File.Exists(consumer.PathOf("artifacts", "images", $"{x}.receipt.json")), outcome.Output));
        Assert.All(images, x => Assert.Matches($"Scanned +{x}: passed", outcome.Output));
        Assert.True(File.Exists(consumer.PathOf(".github", "workflows", "images.yml")));
    }

    [Fact]
    public async Task A_component_and_a_cache_of_ones_own_serve_beside_Kiln_s_and_a_rule_and_a_scanner_of_ones_own_refuse()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var machine = new DockerMachine(bench.Engine);
        using var consumer = await Consumer.MakeAsync(fixture.Packages, machine.Variables);
        await consumer.StartSampleAsync("custom");

        var layers = (await consumer.RunAsync("build.sh", "ListLayers", "--step-cache", $"{bench.Registry}/custom")).Succeeded();
        consumer.Write("app/Dockerfile", "FROM scratch\nCOPY app.txt /id_rsa\nUSER 65532:65532\n");
        var linted = await consumer.RunAsync("build.sh", "Scan");
        consumer.Write("app/Dockerfile", "FROM scratch\nCOPY app.txt /id_rsa\nUSER 65532:65532\nLABEL com.acme.team=platform\n");
        var scanned = await consumer.RunAsync("build.sh", "Scan");

        using var client = new RegistryClient();
        var kept = await client.ListTagsAsync(ImageReference.Parse($"{bench.Registry}/custom/app"));

        Assert.Matches(@"app [0-9a-f]{12} \d+ bytes: COPY app\.txt /", layers.Output);
        Assert.Equal("linux-amd64-local", Assert.Single(kept)); // no branch: the folder is no repository
        linted.Failed(1, "error ACME1");
        scanned.Failed(1, "NAMES-1");
    }
}
