using System.Formats.Tar;
using System.Text;
using Kiln.Oci.Layers;

namespace Kiln.Tests.Oci.Layers;

public sealed class LayerReaderTests
{
    static readonly string Long = string.Join('/', Enumerable.Repeat("a-folder-with-a-long-name", 12)) + "/ünï.txt";

    [Theory]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.Ustar)]
    public void Entries_are_what_dotnets_reader_says(TarEntryFormat format)
    {
        var archive = new TestArchive(format)
            .Folder("etc/").File("etc/passwd", "root:x:0:0\n").File("bin/su", new string('s', 70_000), 0b100_111_101_101)
            .Link("bin/sh", "dash").HardLink("bin/dash2", "bin/su").Device("dev/null").File("empty", "")
            .File(format == TarEntryFormat.Ustar ? "short" : Long, "long").Folder("tmp", 0b001_111_111_111);
        var bytes = archive.Bytes();

        var expected = new List<string>();
        using (var reader = new TarReader(new MemoryStream(bytes)))
        {
            while (reader.GetNextEntry() is { } x)
                expected.Add($"{x.Name.TrimEnd('/')} {(int)x.Mode} {x.Length} {(x.LinkName.Length > 0 ? x.LinkName : null)}");
        }

        Assert.Equal(expected, Entries(bytes).Select(x => $"{x.Path} {x.Mode} {x.Size} {x.LinkTarget}"));
    }

    [Fact]
    public void The_head_of_a_file_is_read_and_the_next_entry_is_found_all_the_same()
    {
        using var reader = new LayerReader(new MemoryStream(new TestArchive().File("a", new string('x', 1_000)).File("b", "second").Bytes()));

        Assert.Equal("a", reader.Next()!.Path);
        Assert.Equal("xxx", Encoding.UTF8.GetString(reader.ReadHead(3)));
        Assert.Equal("b", reader.Next()!.Path);
        Assert.Equal("second", Encoding.UTF8.GetString(reader.ReadHead(100)));
        Assert.Null(reader.Next());
    }

    [Theory]
    [InlineData("./usr//bin/./x", "usr/bin/x", false)]
    [InlineData("/etc/passwd", "etc/passwd", false)]
    [InlineData("a/../b", "b", false)]
    [InlineData("../../etc/cron.d/x", "etc/cron.d/x", true)]
    [InlineData("a/../../b", "b", true)]
    public void Names_stay_within_the_image_and_those_that_would_not_are_told(string name, string path, bool leaves)
    {
        var entry = Assert.Single(Entries(new TestArchive().File(name).Bytes()));

        Assert.Equal((path, leaves), (entry.Path, entry.LeavesRoot));
    }

    [Theory]
    [InlineData("etc/.wh.passwd", "etc/passwd", false)]
    [InlineData(".wh.var", "var", false)]
    [InlineData("var/lib/.wh..wh..opq", "var/lib", true)]
    [InlineData("etc/passwd", null, false)]
    public void Whiteouts_take_away(string name, string? removed, bool isOpaque)
    {
        var entry = Assert.Single(Entries(new TestArchive().File(name, "").Bytes()));

        Assert.Equal((removed, isOpaque), (entry.Removes, entry.IsOpaque));
    }

    [Fact]
    public void Capabilities_are_seen()
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "bin/ping", [new("SCHILY.xattr.security.capability", "caps")]));

        Assert.True(Assert.Single(Entries(bytes.ToArray())).HasCapabilities);
    }

    internal static IEnumerable<LayerEntry> Entries(byte[] archive)
    {
        using var reader = new LayerReader(new MemoryStream(archive));
        while (reader.Next() is { } entry)
            yield return entry;
    }
}
