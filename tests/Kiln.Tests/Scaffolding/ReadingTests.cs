using Kiln.Scaffolding.Reading;

namespace Kiln.Tests.Scaffolding;

public class ReadingTests
{
    [Theory]
    [InlineData(">=20", "24")]
    [InlineData("^22.1.0", "22")]
    [InlineData("20.x", "20")]
    [InlineData("18.x || 20.x", "20")]
    [InlineData(">=18 <23", "22")]
    [InlineData(">= 18.0.0 < 21", "20")]
    [InlineData("v22.11.0", "22")]
    [InlineData("~20.1", "20")]
    [InlineData("18 - 20", "20")]
    [InlineData("*", "24")]
    [InlineData("21", "21")]
    [InlineData("", null)]
    [InlineData("lts", null)]
    public void The_version_of_Node_is_the_first_that_the_range_allows(string range, string? expected) =>
        Assert.Equal(expected, Versions.Pick(range, 1, "24", "22", "20", "26", "18"));

    [Theory]
    [InlineData(">=3.9", "3.13")]
    [InlineData("^3.11", "3.13")]
    [InlineData(">=3.11,<3.13", "3.12")]
    [InlineData(">=3.10.2,<3.12.4", "3.12")]
    [InlineData("~3.11", "3.11")]
    [InlineData("~=3.12", "3.13")]
    [InlineData("==3.12.*", "3.12")]
    [InlineData(">=3.14", "3.14")]
    [InlineData("<4,>=3.8,!=3.9.0", "3.13")]
    [InlineData("3.8.1", "3.8")]
    public void The_version_of_Python_is_the_first_that_the_range_allows(string range, string expected) =>
        Assert.Equal(expected, Versions.Pick(range, 2, "3.13", "3.14", "3.12", "3.11", "3.10"));

    [Fact]
    public void Of_TOML_tables_texts_lists_and_inline_tables_are_read()
    {
        var toml = TomlFile.Parse(
            """
            title = "# no comment" # a comment
            [project]
            name = 'tool'
            dependencies = [
              "flask>=3", # web
              'gunicorn[gevent]',
            ]
            [tool . "poetry"]
            description = '''
            [not.a.table]
            '''
            core = { version = "1", path = "../core" }
            [[bin]]
            path = "a.rs"
            name = "a"
            [[bin]]
            name = "b"
            """);

        Assert.Equal("# no comment", toml.Text("", "title"));
        Assert.Equal("tool", toml.Text("project", "name"));
        Assert.Equal(["flask>=3", "gunicorn[gevent]"], toml.List("project", "dependencies"));
        Assert.Equal("../core", TomlFile.Inner(toml.Raw("tool.poetry", "core")!, "path"));
        Assert.Equal(["a", "b"], toml.Texts("bin", "name"));
        Assert.Equal([KeyValuePair.Create("a", "a.rs")], toml.PathsByName("bin"));
        Assert.False(toml.Has("not.a.table"));
    }

    [Theory]
    [InlineData("", "a/b", "a/b")]
    [InlineData("a", "a/b", "b")]
    [InlineData("a", "a", "")]
    [InlineData("a/b", "a/c/d", "../c/d")]
    [InlineData("ab", "a/b", "../a/b")]
    public void Paths_are_told_from_a_folder(string folder, string path, string expected) => Assert.Equal(expected, Paths.Relative(folder, path));

    [Theory]
    [InlineData("./a//b/", "a/b")]
    [InlineData("a/../b", "b")]
    [InlineData("../x", "../x")]
    [InlineData("a/../../x", "../x")]
    [InlineData(".", "")]
    public void Paths_are_written_in_one_way(string path, string expected) => Assert.Equal(expected, Paths.Normalize(path));

    [Theory]
    [InlineData("OrderService", "order-service")]
    [InlineData("Acme.Orders.API", "acme-orders-api")]
    [InlineData("HTTPServer2", "http-server2")]
    [InlineData("my_app", "my-app")]
    [InlineData("--", "image")]
    public void Names_of_images_are_words_in_lower_case(string title, string expected)
    {
        Assert.Equal(expected, ImageName.From(title));
        Assert.Equal(expected, new ImageSpec(expected, ".").Name);
    }
}
