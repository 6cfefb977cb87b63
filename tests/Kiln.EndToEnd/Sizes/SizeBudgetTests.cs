using Kiln.Buildx;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Sizes;

public sealed class SizeBudgetTests(PipelineFixture fixture)
{
    const string Dockerfile = "FROM scratch\nCOPY note /small\nCOPY note large /\n";

    [Fact]
    public async Task What_is_too_large_replaces_nothing_and_the_instruction_is_named()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var image = Image(bench, 1_000);
        var good = await BuildAsync(bench, image);
        Image(bench, 300_000);

        var failure = await Assert.ThrowsAsync<KilnException>(
            () => BuildAsync(bench, image with { SizeBudget = new SizeBudget { Unpacked = 100_000 } }));

        Assert.Equal(ErrorCodes.SizeBudgetExceeded, failure.Code);
        Assert.Contains("more than the 0.1 MB allowed. The largest layers:\n", failure.Message);
        Assert.Contains("COPY note large /", failure.Message.Split('\n')[2]);
        Assert.Equal(good.Receipt, Kiln.Receipts.ReceiptFile.Read(Path.Combine(bench.Root, "artifacts", "images", "sized.receipt.json")));
        Assert.Equal(good.Receipt.Digest, Kiln.Oci.OciLayout.Open(good.LayoutFolder).Root.Digest);
    }

    [Fact]
    public async Task A_skipped_image_keeps_to_its_budget_too()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var image = Image(bench, 300_000);
        await BuildAsync(bench, image);

        var failure = await Assert.ThrowsAsync<KilnException>(
            () => BuildAsync(bench, image with { SizeBudget = new SizeBudget { Compressed = 1 } }));

        Assert.Equal(ErrorCodes.SizeBudgetExceeded, failure.Code);
    }

    [Fact]
    public async Task Growth_is_measured_against_the_receipt_of_another_build()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var image = Image(bench, 300_000);
        await BuildAsync(bench, image);
        File.Copy(Path.Combine(bench.Root, "artifacts", "images", "sized.receipt.json"), Path.Combine(bench.Root, "base.receipt.json"));
        Image(bench, 400_000);

        await BuildAsync(bench, image with { SizeBudget = new SizeBudget { Growth = SizeGrowth.OfBytes(110_000, "base.receipt.json") } });
        var failure = await Assert.ThrowsAsync<KilnException>(
            () => BuildAsync(bench, image with { SizeBudget = new SizeBudget { Growth = SizeGrowth.OfPercent(10, "base.receipt.json") } }));

        Assert.Contains("grown by 0.1 MB", failure.Message);
        Assert.Contains("The layer:\n", failure.Message);
        Assert.Contains("COPY note large /", failure.Message);
    }

    static ImageSpec Image(Workbench bench, int bytes)
    {
        var image = bench.Image("sized", Dockerfile);
        var content = new byte[bytes];
        new Random(bytes).NextBytes(content);
        File.WriteAllBytes(Path.Combine(image.Context, "large"), content);
        return image;
    }

    static async Task<BuiltImage> BuildAsync(Workbench bench, ImageSpec image) =>
        (await bench.BuildAsync((await bench.RestoreAsync(image)).Policy, image))[0];
}
