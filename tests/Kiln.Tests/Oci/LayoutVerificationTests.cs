namespace Kiln.Tests.Oci;

public sealed class LayoutVerificationTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Checks_everything_that_is_reached()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder.Path);

        var verified = await layout.VerifyAsync();

        Assert.Equal(8, verified.Count);
    }

    [Fact]
    public async Task Names_both_digests_of_each_blob_that_differs()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder.Path);
        var blob = layout.ReadContents().Blobs[1];
        File.WriteAllBytes(layout.BlobPath(blob.Digest), new byte[blob.Size]);

        var error = await Assert.ThrowsAsync<KilnException>(() => layout.VerifyAsync());

        Assert.Equal("KILN2031", error.Code);
        Assert.Equal(
            $"The OCI layout '{_folder.Path}' is damaged: the file of {blob.Digest} has the digest "
            + $"{Digest.OfBytes(new byte[blob.Size])}. Build the image again; nothing of it may be pushed.",
            error.Message);
    }

    [Fact]
    public async Task Tells_sizes_and_missing_files_in_one_message()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder.Path);
        var blobs = layout.ReadContents().Blobs;
        File.Delete(layout.BlobPath(blobs[0].Digest));
        File.WriteAllText(layout.BlobPath(blobs[1].Digest), "short");

        var error = await Assert.ThrowsAsync<KilnException>(() => layout.VerifyAsync());

        Assert.Contains($"{blobs[0].Digest} is missing", error.Message);
        Assert.Contains($"{blobs[1].Digest} should have {blobs[1].Size} bytes and has 5", error.Message);
    }

    [Fact]
    public async Task Finds_a_manifest_that_was_changed()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder.Path);
        var path = layout.BlobPath(layout.ReadContents().Manifests[0].Digest);
        File.WriteAllText(path, File.ReadAllText(path).Replace("schemaVersion", "SchemaVersion"));

        var error = await Assert.ThrowsAsync<KilnException>(() => layout.VerifyAsync());

        Assert.Equal("KILN2031", error.Code);
        Assert.Contains("has the digest sha256:", error.Message);
    }
}
