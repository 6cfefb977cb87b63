using System.Text.Json.Nodes;
using Kiln.Oci;

namespace Kiln.Tests.Oci;

public sealed class OciLayoutTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Finds_the_one_image_also_when_it_has_several_names()
    {
        var layout = new TestLayout(_folder.Path);
        var index = layout.Index(layout.Image("amd64", "x"));
        layout.WriteIndex(index, index.DeepClone().AsObject());

        var root = OciLayout.Open(_folder.Path).Root;

        Assert.Equal(MediaTypes.OciIndex, root.MediaType);
        Assert.Equal(index["digest"]!.ToString(), root.Digest.ToString());
    }

    [Fact]
    public void Lists_everything_once_with_the_index_last()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder.Path);

        var contents = layout.ReadContents();

        Assert.Equal(5, contents.Blobs.Count);
        Assert.Equal(
            [MediaTypes.OciManifest, MediaTypes.OciManifest, MediaTypes.OciIndex], contents.Manifests.Select(x => x.MediaType));
        Assert.Equal(layout.Root, contents.Manifests[^1]);
    }

    [Fact]
    public void Takes_a_single_manifest_for_an_image_too()
    {
        var test = new TestLayout(_folder.Path);
        test.WriteIndex(test.Image("amd64", "x"));

        var contents = OciLayout.Open(_folder.Path).ReadContents();

        Assert.Equal((3, 1), (contents.Blobs.Count, contents.Manifests.Count));
    }

    [Fact]
    public void Refuses_a_folder_that_is_none()
    {
        var error = Assert.Throws<KilnException>(() => OciLayout.Open(_folder.Path));

        Assert.Equal(
            ("KILN2030", $"'{_folder.Path}' is not an OCI layout: it has no file 'oci-layout'. "
                + "Build the image first, or name the folder that holds 'oci-layout'."),
            (error.Code, error.Message));
    }

    [Fact]
    public void Refuses_a_version_that_it_does_not_know()
    {
        TestLayout.OfTwoPlatforms(_folder.Path);
        File.WriteAllText(_folder["oci-layout"], """{"imageLayoutVersion":"2.0.0"}""");

        var error = Assert.Throws<KilnException>(() => OciLayout.Open(_folder.Path));

        Assert.Equal("KILN2030", error.Code);
        Assert.Contains("its version is '2.0.0', and only 1.x can be read", error.Message);
    }

    [Fact]
    public void Refuses_two_images_where_one_is_needed()
    {
        var layout = new TestLayout(_folder.Path);
        layout.WriteIndex(layout.Image("amd64", "x"), layout.Image("amd64", "y"));

        var error = Assert.Throws<KilnException>(() => OciLayout.Open(_folder.Path).Root);

        Assert.Equal("KILN2036", error.Code);
        Assert.StartsWith($"'{_folder.Path}' holds 2 images, and exactly one is needed: [sha256:", error.Message);
    }

    [Fact]
    public void Refuses_bytes_that_are_an_index_and_an_image_at_once()
    {
        var layout = new TestLayout(_folder.Path);
        layout.WriteIndex(layout.Json(
            MediaTypes.OciIndex, new JsonObject { ["manifests"] = new JsonArray(), ["layers"] = new JsonArray() }));

        var error = Assert.Throws<KilnException>(() => OciLayout.Open(_folder.Path).ReadContents());

        Assert.Equal("KILN2033", error.Code);
    }

    [Theory]
    [InlineData("application/vnd.oci.image.config.v1+json")]
    [InlineData("text/plain")]
    public void Refuses_other_media_types_where_a_manifest_is_needed(string mediaType)
    {
        var layout = new TestLayout(_folder.Path);
        layout.WriteIndex(layout.Json(mediaType, []));

        var error = Assert.Throws<KilnException>(() => OciLayout.Open(_folder.Path).ReadContents());

        Assert.Equal("KILN2033", error.Code);
        Assert.Contains($"is not an image manifest: it has the media type '{mediaType}'", error.Message);
    }

    [Fact]
    public void Refuses_indexes_that_are_nested_too_deep()
    {
        var layout = new TestLayout(_folder.Path);
        layout.WriteIndex(
            Enumerable.Range(0, 5).Aggregate(layout.Image("amd64", "x"), (inner, _) => layout.Index(inner)));

        var error = Assert.Throws<KilnException>(() => OciLayout.Open(_folder.Path).ReadContents());

        Assert.Equal("KILN2034", error.Code);
    }

    [Fact]
    public void Refuses_a_manifest_of_more_than_4_megabytes()
    {
        var layout = new TestLayout(_folder.Path);
        layout.WriteIndex(layout.Blob(new byte[4 * 1024 * 1024 + 1], MediaTypes.OciManifest));

        var error = Assert.Throws<KilnException>(() => OciLayout.Open(_folder.Path).ReadContents());

        Assert.Equal("KILN2034", error.Code);
        Assert.Contains("has 4194305 bytes; a manifest may have at most 4194304.", error.Message);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"manifests":[{"mediaType":"a","digest":"sha256:1","size":1}]}""")]
    [InlineData("""{"manifests":[{"mediaType":"a"}]}""")]
    public void Names_the_file_that_cannot_be_read(string index)
    {
        TestLayout.OfTwoPlatforms(_folder.Path);
        File.WriteAllText(_folder["index.json"], index);

        var error = Assert.Throws<KilnException>(() => OciLayout.Open(_folder.Path));

        Assert.Equal("KILN2032", error.Code);
        Assert.StartsWith($"{_folder["index.json"]} cannot be read: ", error.Message);
    }
}
