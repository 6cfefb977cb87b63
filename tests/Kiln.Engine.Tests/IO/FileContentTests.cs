using Nuke.Common;
using Nuke.Common.IO;

namespace Kiln.Engine.Tests.IO;

public sealed class FileContentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private AbsolutePath File => _folder.Path / "deep" / "file.txt";

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a", "a\n")]
    [InlineData("a\n\n\n", "a\n")]
    [InlineData("a\r\nb", "a\r\nb\r\n")]
    [InlineData("", "\n")]
    public void Text_ends_with_one_line_break_of_its_kind(string content, string expected)
    {
        File.WriteAllText(content);

        Assert.Equal(expected, File.ReadAllText());
    }

    [Fact]
    public void Text_is_written_as_it_is_on_demand_and_without_a_mark()
    {
        File.WriteAllText("ä", eofLineBreak: false);

        Assert.Equal([0xC3, 0xA4], File.ReadAllBytes());
    }

    [Theory]
    [InlineData(PlatformFamily.Linux, true, "a\nb\n")]
    [InlineData(PlatformFamily.Linux, false, "a\nb")]
    [InlineData(PlatformFamily.Windows, true, "a\r\nb\r\n")]
    public void Lines_are_broken_as_the_platform_does(PlatformFamily platform, bool atEnd, string expected)
    {
        File.WriteAllLines(["a", "b"], platformFamily: platform, eofLineBreak: atEnd);

        Assert.Equal(expected, File.ReadAllText());
        Assert.Equal(["a", "b"], File.ReadAllLines());
    }

    [Fact]
    public void Appends_and_updates()
    {
        File.AppendAllText("a\n").AppendAllLines(["b", "c"]).UpdateText(x => x.Replace('b', 'B'));

        Assert.Equal("a\nB\nc\n", File.ReadAllText());
    }

    [Fact]
    public void Names_a_file_that_cannot_be_read()
    {
        var exception = Assert.Throws<ArgumentException>(() => File.ReadAllText());

        Assert.StartsWith($"Expected file to exist: {File}", exception.Message);
    }

    [Fact]
    public void Hashes_are_those_of_md5()
    {
        File.WriteAllText("abc", eofLineBreak: false);

        Assert.Equal("900150983cd24fb0d6963f7d28e17f72", File.GetFileHash());
    }

    [Fact]
    public void A_directory_s_hash_sees_names_and_contents_only()
    {
        _folder.With("one/a.txt", "one/b/c.txt");
        (_folder.Path / "one").Copy(_folder.Path / "two");
        var (one, two) = (_folder.Path / "one", _folder.Path / "two");

        Assert.Equal(one.GetDirectoryHash(), two.GetDirectoryHash());
        Assert.NotEqual(one.GetDirectoryHash(), two.GetDirectoryHash(x => x.Name != "a.txt"));

        (two / "a.txt").Rename("A.txt");
        Assert.NotEqual(one.GetDirectoryHash(), two.GetDirectoryHash());
    }
}
