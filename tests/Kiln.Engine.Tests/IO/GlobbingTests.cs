using Nuke.Common.IO;

namespace Kiln.Engine.Tests.IO;

public sealed class GlobbingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().With(
        "a.cs", "b.txt", "q1.md", "src/c.cs", "src/.hidden/d.cs", "src/bin/e.dll", "src/x/bin/f.dll", "src/x/g.fs");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.cs", "a.cs")]
    [InlineData("**/*.cs", "a.cs src/.hidden/d.cs src/c.cs")]
    [InlineData("src/**/*.dll", "src/bin/e.dll src/x/bin/f.dll")]
    [InlineData("src/*/*.dll", "src/bin/e.dll")]
    [InlineData("src\\*.cs", "src/c.cs")]
    [InlineData("./src/x/*", "src/x/g.fs")]
    [InlineData("src/x/*", "src/x/g.fs")]
    [InlineData("src/x/**", "src/x/bin/f.dll src/x/g.fs")]
    [InlineData("**/*.{cs,fs}", "a.cs src/.hidden/d.cs src/c.cs src/x/g.fs")]
    [InlineData("{src/{c,z}.cs,b.txt}", "b.txt src/c.cs")]
    [InlineData("q?.md", "q1.md")]
    [InlineData("[ab].*", "a.cs b.txt")]
    [InlineData("[!a]*.*", "b.txt q1.md")]
    [InlineData("src", "")]
    [InlineData("none/**/*", "")]
    [InlineData("A.CS", "")]
    public void Finds_files(string pattern, string expected)
    {
        var files = _folder.Path.GlobFiles(pattern);

        Assert.Equal(expected, string.Join(' ', _folder.Relative(files)));
    }

    [Theory]
    [InlineData("*", "src")]
    [InlineData("**/bin", "src/bin src/x/bin")]
    [InlineData("*/bin", "src/bin")]
    [InlineData("**/{bin,.hidden}", "src/.hidden src/bin src/x/bin")]
    [InlineData("*.cs", "")]
    public void Finds_directories(string pattern, string expected)
    {
        var directories = _folder.Path.GlobDirectories(pattern);

        Assert.Equal(expected, string.Join(' ', _folder.Relative(directories)));
    }

    [Fact]
    public void Takes_several_patterns_in_their_order()
    {
        var files = _folder.Path.GlobFiles("q*", "a*");

        Assert.Equal(["q1.md", "a.cs"], files.Select(x => x.Name));
    }

    [Fact]
    public void Takes_the_pattern_from_the_path_itself()
    {
        var files = (_folder.Path / "src" / "**" / "*.dll").GlobFiles();

        Assert.Equal(["src/bin/e.dll", "src/x/bin/f.dll"], _folder.Relative(files));
    }

    [Fact]
    public void Finds_nothing_where_nothing_is()
    {
        Assert.Empty((_folder.Path / "none").GlobFiles("**/*"));
        Assert.Empty((_folder.Path / "none").GlobDirectories("*"));
    }

    [Fact]
    public void Ends_where_a_link_leads_back_up()
    {
        Directory.CreateSymbolicLink(_folder.Path / "src" / "loop", _folder.Path);

        var files = _folder.Path.GlobFiles("**/a.cs");

        Assert.Equal(["a.cs"], _folder.Relative(files));
    }
}

public sealed class GlobbingCaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().With("a.cs");

    public void Dispose()
    {
        Globbing.GlobbingCaseSensitivity = GlobbingCaseSensitivity.Auto;
        _folder.Dispose();
    }

    [Theory]
    [InlineData(GlobbingCaseSensitivity.CaseSensitive, 0)]
    [InlineData(GlobbingCaseSensitivity.CaseInsensitive, 1)]
    public void Case_counts_as_the_switch_says(GlobbingCaseSensitivity sensitivity, int expected)
    {
        Globbing.GlobbingCaseSensitivity = sensitivity;

        Assert.Equal(expected, _folder.Path.GlobFiles("A.CS").Count);
    }
}
