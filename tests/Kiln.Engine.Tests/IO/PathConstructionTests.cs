using Nuke.Common.IO;

namespace Kiln.Engine.Tests.IO;

public class PathConstructionTests
{
    [Theory]
    [InlineData("/bin/etc", "/bin/tmp", "../tmp")]
    [InlineData("/bin", "/bin", "")]
    [InlineData("/", "/bin/etc", "bin/etc")]
    [InlineData("/Bin", "/bin", "../bin")]
    [InlineData("C:\\A\\B", "c:\\a\\D\\E", "..\\D\\E")]
    public void Finds_the_way_between_two_paths(string from, string to, string expected)
    {
        Assert.Equal(expected, PathConstruction.GetRelativePath(from, to));
    }

    [Fact]
    public void Writes_the_way_for_the_system_that_is_asked_for()
    {
        AbsolutePath from = "/bin/etc";

        Assert.Equal(Path.Combine("..", "tmp", "x"), from.GetRelativePathTo("/bin/tmp/x").ToString());
        Assert.Equal("../tmp/x", from.GetUnixRelativePathTo("/bin/tmp/x").ToString());
        Assert.Equal("..\\tmp\\x", from.GetWinRelativePathTo("/bin/tmp/x").ToString());
    }

    [Theory]
    [InlineData("/bin", "C:\\bin", "Separators do not match")]
    [InlineData("C:\\bin", "D:\\bin", "Root must be same")]
    public void Knows_no_way_between_two_roots(string from, string to, string message)
    {
        var exception = Assert.ThrowsAny<Exception>(() => PathConstruction.GetRelativePath(from, to));

        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("/bin", "/bin/etc", true)]
    [InlineData("/bin", "/bin", true)]
    [InlineData("/", "/bin", true)]
    [InlineData("/bin", "/bin2", false)]
    [InlineData("/bin/etc", "/bin/etc/../tmp", false)]
    [InlineData("C:\\", "C:\\bin", true)]
    public void Knows_what_lies_within(string directory, string path, bool expected)
    {
        Assert.Equal(expected, ((AbsolutePath)directory).Contains(path));
    }

    [Theory]
    [InlineData("/bin/usr", "/")]
    [InlineData("C:\\foo", "C:")]
    [InlineData("\\\\server\\foo", "\\\\server")]
    [InlineData("\\foo", null)]
    [InlineData("./foo", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Finds_the_root(string? path, string? expected)
    {
        Assert.Equal(expected, PathConstruction.GetPathRoot(path));
        Assert.Equal(expected is not null, PathConstruction.HasPathRoot(path));
    }

    [Theory]
    [InlineData("../../bar", '/', "../../bar")]
    [InlineData("foo/../../bar", '/', "../bar")]
    [InlineData("./foo/.//bar/", '\\', "foo\\bar")]
    [InlineData(null, null, "")]
    public void Normalises_a_relative_path(string? path, char? separator, string expected)
    {
        Assert.Equal(expected, PathConstruction.NormalizePath(path, separator));
    }

    [Theory]
    [InlineData("C:\\foo", '/', "For Windows-rooted paths the separator must be '\\'")]
    [InlineData("\\\\server\\foo", '/', "For UNC-rooted paths the separator must be '\\'")]
    [InlineData("/foo", '\\', "For Unix-rooted paths the separator must be '/'")]
    public void Refuses_a_separator_that_the_root_does_not_use(string path, char separator, string message)
    {
        var normalize = Assert.ThrowsAny<Exception>(() => PathConstruction.NormalizePath(path, separator));
        var combine = Assert.ThrowsAny<Exception>(() => PathConstruction.Combine(path, "bar", separator));

        Assert.Equal(message, normalize.Message);
        Assert.Equal(message, combine.Message);
    }

    [Fact]
    public void Relative_paths_keep_their_separator()
    {
        var unix = (UnixRelativePath)"src\\api" / "bin" / ..;
        var windows = (WinRelativePath)"src/api" / "bin" + ".old";

        Assert.Equal("src/api", unix.ToString());
        Assert.Equal("src\\api\\bin.old", (string)windows);
        Assert.Equal("src\\api", ((UnixRelativePath)"src/api").ToWinRelativePath().ToString());
    }
}
