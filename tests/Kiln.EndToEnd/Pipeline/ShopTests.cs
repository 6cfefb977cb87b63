using Kiln.Receipts;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>Six images that are made from each other: <c>samples/shop</c>.</summary>
public sealed class ShopTests(PipelineFixture fixture)
{
    static readonly string[] Images = ["library", "runtime", "api", "worker", "web", "gateway"];

    [Fact]
    public async Task What_starts_from_an_image_of_the_build_has_its_layers_and_what_copies_from_one_its_files()
    {
        var (clone, _) = await fixture.GetAsync();

        await BuildAsync(clone);

        var layers = Images.ToDictionary(x => x, x => LayersOf(clone, x));
        foreach (var service in Images[2..])
            Assert.Equal(layers["runtime"], layers[service].Take(layers["runtime"].Length));
        Assert.NotEqual(layers["runtime"], layers["library"]);
        Assert.Contains(layers["web"][^2], layers["gateway"]); // the site: the same files in the same layer
    }

    [Fact]
    public async Task A_change_in_one_image_builds_that_one_alone()
    {
        var (clone, _) = await fixture.GetAsync();
        await BuildAsync(clone);
        var before = DigestsOf(clone);

        var changed = await ChangeAsync(clone, "worker/main.go", "\nvar changed = os.Args\n");

        Assert.Equal(Images.Except(["worker"]), Skipped(changed));
        Assert.Equal(["worker"], Images.Where(x => DigestsOf(clone)[x] != before[x]));
    }

    [Fact]
    public async Task A_change_in_a_base_builds_what_is_made_from_it()
    {
        var (clone, _) = await fixture.GetAsync();
        await BuildAsync(clone);
        var before = DigestsOf(clone);

        var changed = await ChangeAsync(clone, "runtime/Dockerfile", "ENV CHANGED=1\n");

        Assert.Equal(["library"], Skipped(changed));
        Assert.Equal(Images.Except(["library"]), Images.Where(x => DigestsOf(clone)[x] != before[x]));
        // Their programs do not depend on what they run on.
        Assert.Matches(@"cached  \[.*\] RUN go build -ldflags", changed.Output);
        Assert.DoesNotMatch(@"\d s  \[.*\] RUN go build -ldflags", changed.Output);
    }

    // Always in a dirty tree: labels say whether it is, so the first change in a clean one makes every image another.
    async Task<Outcome> BuildAsync(Clone clone)
    {
        await File.WriteAllTextAsync(clone.PathOf("uncommitted"), "");
        var outcome = await clone.BuildAsync(
            "DockerBuild", "--sample", "Shop", "--load-images", "false", "--registry-port", fixture.RegistryPort);
        File.Delete(clone.PathOf("uncommitted"));
        return outcome.Succeeded();
    }

    async Task<Outcome> ChangeAsync(Clone clone, string file, string addition)
    {
        await File.AppendAllTextAsync(clone.PathOf(["samples", "shop", .. file.Split('/')]), addition);
        var outcome = await BuildAsync(clone);
        await clone.GitAsync("checkout", "--quiet", "samples");
        return outcome;
    }

    static IEnumerable<string> Skipped(Outcome outcome) => Images.Where(x => outcome.Output.Contains($"Skipped   shop-{x}:"));

    static string[] LayersOf(Clone clone, string image) =>
        [.. ReceiptOf(clone, image).Platforms[0].Layers.Select(x => x.Digest.ToString())];

    static Dictionary<string, Digest> DigestsOf(Clone clone) => Images.ToDictionary(x => x, x => ReceiptOf(clone, x).Digest);

    static Receipt ReceiptOf(Clone clone, string image) =>
        ReceiptFile.Read(clone.PathOf("artifacts", "images", $"shop-{image}.receipt.json"))!;
}
