using Kiln.Oci;

namespace Kiln.Tests.Oci;

public sealed class LayoutImageTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tells_platform_and_digests()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder.Path);

        var images = await layout.ReadImagesAsync();

        Assert.Equal([Platform.LinuxAmd64, Platform.LinuxArm64], images.Select(image => image.Platform));
        Assert.Equal(layout.ReadContents().Manifests.Take(2).Select(x => x.Digest), images.Select(image => image.ManifestDigest));
        Assert.Equal(("65532", "PATH=/bin"), (images[0].Config.User, images[0].Config.Environment[0]));
    }

    [Fact]
    public async Task Counts_compressed_and_unpacked_bytes()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder.Path, new string('x', 100_000));

        var image = (await layout.ReadImagesAsync())[0];

        var shared = TestLayout.Tar("shared", "the same for all").Length;
        var own = TestLayout.Tar("own", new string('x', 100_000) + "-amd64");
        Assert.Equal(shared + own.Length, image.UnpackedSize);
        Assert.Equal(shared + TestLayout.Gzip(own).Length, image.CompressedSize);
    }

    [Fact]
    public async Task Names_the_instruction_that_made_each_layer()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder.Path);

        var image = (await layout.ReadImagesAsync())[1];

        Assert.Equal(["COPY 0 /", "COPY 1 /"], image.Layers.Select(layer => layer.Instruction));
    }

    [Fact]
    public async Task Unpacks_zstd()
    {
        var test = new TestLayout(_folder.Path);
        var tar = TestLayout.Tar("file", new string('z', 5000));
        using var compressor = new ZstdSharp.Compressor();
        test.WriteIndex(test.Manifest(
            test.Config("amd64", tar), test.Blob(compressor.Wrap(tar).ToArray(), TestLayout.ZstdLayer)));

        var image = (await OciLayout.Open(_folder.Path).ReadImagesAsync()).Single();

        Assert.Equal(tar.Length, image.UnpackedSize);
        Assert.True(image.CompressedSize < tar.Length);
    }

    [Fact]
    public async Task Leaves_attestations_out()
    {
        var test = new TestLayout(_folder.Path);
        var attestation = test.Image("unknown", "provenance");
        attestation["annotations"] = new System.Text.Json.Nodes.JsonObject { ["vnd.docker.reference.type"] = "attestation-manifest" };
        test.WriteIndex(test.Index(test.Image("amd64", "x"), attestation));

        var images = await OciLayout.Open(_folder.Path).ReadImagesAsync();

        Assert.Equal(Platform.LinuxAmd64, Assert.Single(images).Platform);
    }

    [Fact]
    public async Task Does_not_unpack_a_layer_that_is_remembered()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder["layout"]);
        var memo = new FolderLayerSizeMemo(_folder["memo"]);
        var first = await layout.ReadImagesAsync(memo);
        foreach (var layer in first.SelectMany(image => image.Layers))
            File.Delete(layout.BlobPath(layer.Digest));

        var second = await layout.ReadImagesAsync(new FolderLayerSizeMemo(_folder["memo"]));

        Assert.Equal(first.SelectMany(image => image.Layers), second.SelectMany(image => image.Layers));
    }

    [Fact]
    public async Task Measures_again_what_the_memo_has_lost()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder["layout"]);
        var memo = new FolderLayerSizeMemo(_folder["memo"]);
        var first = await layout.ReadImagesAsync(memo);
        foreach (var file in Directory.GetFiles(_folder["memo", "sha256"]))
            File.WriteAllText(file, "rubbish");

        var second = await layout.ReadImagesAsync(memo);

        Assert.Equal(first[0].UnpackedSize, second[0].UnpackedSize);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public async Task Says_which_layer_cannot_be_unpacked(string compression)
    {
        var test = new TestLayout(_folder.Path);
        test.WriteIndex(test.Manifest(
            test.Config("amd64", [1]),
            test.Blob("no archive"u8.ToArray(), $"application/vnd.oci.image.layer.v1.tar+{compression}")));

        var error = await Assert.ThrowsAsync<KilnException>(() => OciLayout.Open(_folder.Path).ReadImagesAsync());

        Assert.Equal("KILN2035", error.Code);
        Assert.Contains(Digest.OfBytes("no archive"u8).Hex, error.Message);
    }

    [Fact]
    public async Task Says_when_a_layer_is_not_the_one_that_the_config_names()
    {
        var test = new TestLayout(_folder.Path);
        var (named, present) = (TestLayout.Tar("a", "a"), TestLayout.Tar("b", "b"));
        test.WriteIndex(test.Manifest(test.Config("amd64", named), test.Blob(present, TestLayout.PlainLayer)));

        var error = await Assert.ThrowsAsync<KilnException>(() => OciLayout.Open(_folder.Path).ReadImagesAsync());

        Assert.Equal("KILN2035", error.Code);
        Assert.Contains($"unpacks to {Digest.OfBytes(present)}, and the image's config says "
            + $"{Digest.OfBytes(named)}", error.Message);
    }

    [Fact]
    public async Task Refuses_layers_of_a_kind_that_it_does_not_know()
    {
        var test = new TestLayout(_folder.Path);
        test.WriteIndex(
            test.Manifest(test.Config("amd64", [1]), test.Blob([1], "application/vnd.oci.image.layer.v1.tar+xz")));

        var error = await Assert.ThrowsAsync<KilnException>(() => OciLayout.Open(_folder.Path).ReadImagesAsync());

        Assert.Equal("KILN2033", error.Code);
    }
}
