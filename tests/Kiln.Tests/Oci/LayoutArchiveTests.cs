using System.Formats.Tar;
using Kiln.Oci;

namespace Kiln.Tests.Oci;

public sealed class LayoutArchiveTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Unpacked_it_is_the_layout_again_with_an_entry_for_each_name()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder["layout"]);

        var copy = await CopyAsync(Named(layout, "api:1", "api:2"));
        await copy.VerifyAsync();

        Assert.Equal(layout.Root.Digest, copy.Root.Digest);
        Assert.Equal(layout.ReadContents().Blobs, copy.ReadContents().Blobs);
        Assert.Equal(
            [("docker.io/library/api:1", "1"), ("docker.io/library/api:2", "2")],
            copy.Index.Manifests.Select(x => (x.Annotations["io.containerd.image.name"], x.Annotations["org.opencontainers.image.ref.name"])));
    }

    [Fact]
    public async Task What_two_images_share_is_written_once()
    {
        var one = TestLayout.OfTwoPlatforms(_folder["one"], "one");
        var two = TestLayout.OfTwoPlatforms(_folder["two"], "two");

        var entries = await EntriesAsync(Named(one, "one:1"), Named(two, "team/two:1"));

        Assert.Equal(entries.Distinct(), entries);
        Assert.Equal(2 + one.ReadContents().Count() + two.ReadContents().Count() - 1, entries.Count);
    }

    [Fact]
    public async Task A_blob_that_is_missing_is_an_error_and_no_shorter_archive()
    {
        var layout = TestLayout.OfTwoPlatforms(_folder["layout"]);
        File.Delete(layout.BlobPath(layout.ReadContents().Blobs[^1].Digest));

        var failure = await Assert.ThrowsAsync<KilnException>(() => EntriesAsync(Named(layout, "api:1")));

        Assert.Equal(ErrorCodes.LayoutDamaged, failure.Code);
    }

    async Task<OciLayout> CopyAsync(NamedLayout layout)
    {
        using var archive = new MemoryStream();
        await LayoutArchive.WriteAsync([layout], archive);
        archive.Position = 0;
        Directory.CreateDirectory(_folder["copy"]);
        await TarFile.ExtractToDirectoryAsync(archive, _folder["copy"], overwriteFiles: false);
        return OciLayout.Open(_folder["copy"]);
    }

    static NamedLayout Named(OciLayout layout, params string[] names) => new(layout, [.. names.Select(ImageReference.Parse)]);

    static async Task<List<string>> EntriesAsync(params NamedLayout[] layouts)
    {
        using var archive = new MemoryStream();
        await LayoutArchive.WriteAsync([.. layouts], archive);
        archive.Position = 0;
        using var reader = new TarReader(archive);
        var names = new List<string>();
        while (await reader.GetNextEntryAsync() is { } entry)
            names.Add(entry.Name);
        return names;
    }

    public void Dispose() => _folder.Dispose();
}

file static class Counting
{
    internal static int Count(this LayoutContents contents) => contents.Blobs.Count + contents.Manifests.Count;
}
