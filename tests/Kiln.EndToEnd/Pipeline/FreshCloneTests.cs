using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Receipts;

namespace Kiln.EndToEnd.Pipeline;

public sealed class FreshCloneTests(PipelineFixture fixture)
{
    [Fact]
    public async Task Builds_and_pushes_with_one_command_and_leaves_the_tree_clean()
    {
        var (clone, first) = await fixture.GetAsync();

        first.Succeeded();

        Assert.Equal("", await clone.GitAsync("status", "--porcelain"));
        Assert.Equal(clone.Commit, first.Field("Tags"));
    }

    [Fact]
    public async Task Tags_with_the_commit_and_never_with_latest()
    {
        var (clone, _) = await fixture.GetAsync();
        using var client = new RegistryClient();

        var tags = await client.ListTagsAsync(ImageReference.Parse($"{fixture.Registry}/go-server"));

        Assert.Contains(clone.Commit, tags);
        Assert.DoesNotContain("latest", tags);
    }

    [Fact]
    public async Task Prints_the_digest_that_the_layout_and_the_registry_have()
    {
        var (clone, first) = await fixture.GetAsync();
        using var client = new RegistryClient();

        var layout = OciLayout.Open(clone.PathOf("artifacts", "images", "go-server"));
        var pushed = await client.FindManifestAsync(ImageReference.Parse($"{fixture.Registry}/go-server:{clone.Commit}"));

        Assert.Equal(first.Digest, layout.Root.Digest.ToString());
        Assert.Equal(layout.Root.Digest, pushed?.Digest);
        var index = layout.ReadIndex(layout.Root);
        Assert.Equal([Platform.LinuxAmd64, Platform.LinuxArm64], index.Manifests.Select(x => x.Platform!));
    }

    [Fact]
    public async Task Makes_an_image_under_10_MB_of_a_single_stage_over_500_MB()
    {
        var (clone, first) = await fixture.GetAsync();

        var receipt = ReceiptFile.Read(clone.PathOf("artifacts", "images", "go-server.receipt.json"))!;
        var measured = await OciLayout.Open(clone.PathOf("artifacts", "images", "go-server")).ReadImagesAsync();

        Assert.InRange(measured.Max(x => x.UnpackedSize), 1, 10_000_000);
        Assert.Equal(measured[0].UnpackedSize, receipt.Platforms[0].UnpackedSize);
        Assert.True(receipt.SingleStage!.UnpackedSize > 500_000_000);
        Assert.Matches(@"^\d\.\d MB unpacked, \d\.\d MB to pull; in a single stage \d{3}\.\d MB, so 9\d\.\d % smaller$", first.Field("Size"));
    }
}
