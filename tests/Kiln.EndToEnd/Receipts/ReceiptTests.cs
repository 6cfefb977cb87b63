using Kiln.Buildx;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Receipts;

namespace Kiln.EndToEnd.Receipts;

public sealed class ReceiptTests(PipelineFixture fixture)
{
    [Fact]
    public async Task An_image_tells_its_base_with_the_layers_that_the_registry_has_of_it()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1", "tool");
        await bench.PublishAsync("unused:1", "unused");
        var app = bench.Image(
            "app", "ARG V=1\nFROM unused:1 AS other\nFROM tool:$V AS first\nWORKDIR /app\nENV A=b\nFROM first\nCOPY note /app/\nCMD [\"/x\"]\n") with
        {
            Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
        };

        var receipt = (await BuildAsync(bench, app))[0].Receipt;

        var pin = Assert.Single(receipt.Inputs);
        Assert.Equal("docker.io/library/tool:1", pin.Name);
        foreach (var platform in receipt.Platforms)
        {
            var layers = await LayersOfAsync(bench, $"tool:1@{pin.Pin}", platform.Platform);
            Assert.Equal((pin.Name, pin.Pin, layers.Length), (platform.Base!.Name, platform.Base.Digest!.ToString(), platform.Base.Layers));
            Assert.Equal(layers.Sum(x => x.Size), platform.Base.CompressedSize);
            Assert.Equal(platform.Base.Layers + 2, platform.Layers.Count);
        }
    }

    [Fact]
    public async Task Images_of_one_solve_have_steps_inputs_and_bases_of_their_own()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1", "tool");
        var common = bench.Image("common", "FROM tool:1\nCOPY note /1\nCOPY note /2\nCOPY note /3\n", "one");
        var app = bench.Image("app", "FROM common\nCOPY note /app\n");
        var side = bench.Image("side", "FROM scratch\nCOPY note /side\nCOPY note /side2\n");

        var built = await BuildAsync(bench, common, app, side);

        Assert.Equal([3, 1, 2], built.Select(x => x.Receipt.Work.Steps));
        Assert.Equal([1, 0, 0], built.Select(x => x.Receipt.Inputs.Count));
        Assert.Equal(["docker.io/library/tool:1", "common", null], built.Select(x => x.Receipt.Platforms[0].Base?.Name));
        Assert.Equal(built[0].Receipt.Digest, built[1].Receipt.Platforms[0].Base!.Digest);
        Assert.Equal(built[0].Receipt.Platforms[0].Layers.Count, built[1].Receipt.Platforms[0].Base!.Layers);
    }

    [Fact]
    public async Task A_skipped_image_keeps_what_its_receipt_told_and_is_the_base_of_others()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1", "tool");
        var common = bench.Image("common", "FROM tool:1\nCOPY note /1\n");
        var before = await BuildAsync(bench, common, bench.Image("app", "FROM common\nCOPY note /app\n", "one"));

        var after = await BuildAsync(bench, common, bench.Image("app", "FROM common\nCOPY note /app\n", "two"));

        Assert.Equal(before[0].Receipt with { Work = after[0].Receipt.Work }, after[0].Receipt);
        Assert.Equal((null, 1), (after[0].Receipt.Work.SecondsSpent, after[0].Receipt.Work.Cached));
        Assert.Equal((1, 0), (after[1].Receipt.Work.Steps, after[1].Receipt.Work.Cached));
        Assert.Equal(before[0].Receipt.Digest, after[1].Receipt.Platforms[0].Base!.Digest);
        Assert.Equal(after[1].Receipt, ReceiptFile.Read(Path.Combine(bench.Root, "artifacts", "images", "app.receipt.json")));
    }

    static async Task<Descriptor[]> LayersOfAsync(Workbench bench, string image, Platform platform)
    {
        using var client = new RegistryClient();
        var place = bench.Mirror.Locate(ImageReference.Parse(image));
        var index = (await client.GetManifestAsync(place)).ReadIndex();
        var entry = index.Manifests.Single(x => x.Platform == platform);
        return [.. (await client.GetManifestAsync(place.WithDigest(entry.Digest))).ReadManifest().Layers];
    }

    static async Task<BuiltImage[]> BuildAsync(Workbench bench, params ImageSpec[] images)
    {
        var inputs = await bench.RestoreAsync(images);
        return await bench.BuildAsync(inputs.Policy, x => x with { Inputs = inputs.OfImages }, images);
    }
}
