using System.ComponentModel;
using Nuke.Common.IO;

namespace Kiln.Engine.Tests.IO;

public class AbsolutePathTests
{
    [Theory]
    [InlineData("/src", "api", "/src/api")]
    [InlineData("/src", "./api/../worker//bin/", "/src/worker/bin")]
    [InlineData("/", "src", "/src")]
    [InlineData("/src", null, "/src")]
    [InlineData("/src", "a\\b", "/src/a/b")]
    [InlineData("C:", "src", "C:\\src")]
    [InlineData("C:\\src", "api/bin", "C:\\src\\api\\bin")]
    [InlineData("\\\\server", "share", "\\\\server\\share")]
    public void Divides_into_a_normalised_path(string left, string? right, string expected)
    {
        var path = (AbsolutePath)left / right;

        Assert.Equal(expected, path.ToString());
    }

    [Theory]
    [InlineData("/src/api", "/src")]
    [InlineData("/src", "/")]
    [InlineData("/", null)]
    [InlineData("C:\\src", "C:\\")]
    [InlineData("C:\\", null)]
    [InlineData("\\\\server\\share", "\\\\server")]
    [InlineData("\\\\server", null)]
    public void Knows_its_parent(string text, string? expected)
    {
        var path = (AbsolutePath)text;

        Assert.Equal(expected, path.Parent?.ToString());
        Assert.Equal(path.Parent, path / ..);
    }

    [Fact]
    public void Adds_text_to_the_last_name()
    {
        var path = (AbsolutePath)"/out/app" + ".tar" + ".gz";

        Assert.Equal("/out/app.tar.gz", path.ToString());
    }

    [Fact]
    public void Knows_the_parts_of_its_name()
    {
        AbsolutePath path = "/out/app.tar.gz";

        Assert.Equal("app.tar.gz", path.Name);
        Assert.Equal("app.tar", path.NameWithoutExtension);
        Assert.Equal(".gz", path.Extension);
    }

    [Fact]
    public void Converts_from_and_to_text_and_null()
    {
        AbsolutePath? path = "/src";
        string text = path;
        AbsolutePath? nothing = (string?)null;

        Assert.Equal("/src", text);
        Assert.Null(nothing);
        Assert.Null((string?)nothing);
    }

    [Theory]
    [InlineData("src", null, "Path 'src' must be rooted")]
    [InlineData("", null, "Path '' must be rooted")]
    [InlineData("/src", "../..", "Cannot normalize '/src/../..' beyond path root")]
    [InlineData("C:\\src", "../..", "Cannot normalize 'C:\\src\\../..' beyond path root")]
    [InlineData("/src", "/api", "Second path must not be rooted")]
    public void Refuses_what_is_no_path_from_a_root(string left, string? right, string message)
    {
        var exception = Assert.ThrowsAny<Exception>(() => (AbsolutePath)left / right);

        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("/src", "/src/", true)]
    [InlineData("/src", "/SRC", false)]
    [InlineData("C:\\src", "c:\\SRC", true)]
    public void Equals_by_the_rules_of_its_root(string one, string other, bool expected)
    {
        AbsolutePath left = one;
        AbsolutePath right = other;

        Assert.Equal(expected, left == right);
        Assert.Equal(!expected, left != right);
        Assert.Equal(expected, left.GetHashCode() == right.GetHashCode());
    }

    [Theory]
    [InlineData("/my src", "d", "\"/my src\"")]
    [InlineData("/my src", "dn", "\"/my src\"")]
    [InlineData("/src", "dn", "/src")]
    [InlineData("/src", "d", "\"/src\"")]
    [InlineData("/src", "s", "'/src'")]
    [InlineData("/my src", "sn", "'/my src'")]
    [InlineData("/my src", "nq", "/my src")]
    [InlineData("/my src", null, "/my src")]
    public void Quotes_as_the_format_says(string text, string? format, string expected)
    {
        AbsolutePath path = text;

        Assert.Equal(expected, path.ToString(format));
        Assert.Equal(expected, string.Format($"{{0:{format}}}", path));
    }

    [Fact]
    public void Refuses_an_unknown_format()
    {
        AbsolutePath path = "/src";

        var exception = Assert.Throws<ArgumentException>(() => $"{path:x}");

        Assert.Equal("Format 'x' is not recognized", exception.Message);
    }

    [Fact]
    public void Reads_typed_text_from_the_working_directory()
    {
        var converter = TypeDescriptor.GetConverter(typeof(AbsolutePath));

        Assert.Equal((AbsolutePath)"/src", converter.ConvertFromInvariantString("/src"));
        Assert.Equal(
            (AbsolutePath)Directory.GetCurrentDirectory() / "src",
            converter.ConvertFromInvariantString("./src"));
    }
}
