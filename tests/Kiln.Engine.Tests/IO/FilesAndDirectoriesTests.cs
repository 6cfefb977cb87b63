using Nuke.Common.IO;

namespace Kiln.Engine.Tests.IO;

public sealed class FilesAndDirectoriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private AbsolutePath Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tells_files_from_directories()
    {
        _folder.With("a/b.txt");

        Assert.True((Root / "a").DirectoryExists());
        Assert.False((Root / "a").FileExists());
        Assert.Equal(Root / "a" / "b.txt", (Root / "a" / "b.txt").ExistingFile());
        Assert.Null((Root / "a" / "b.txt").ExistingDirectory());
        Assert.Equal([Root / "a"], new[] { Root / "a", Root / "x" }.WhereDirectoryExists());
        Assert.Empty(new[] { Root / "a" }.WhereFileExists());
    }

    [Fact]
    public void The_end_of_a_name_says_what_must_exist()
    {
        var outputDirectory = Root;
        var logFile = Root;
        var thing = Root;

        Assert.True(outputDirectory.Exists());
        Assert.Null(logFile.Existing());
        var exception = Assert.Throws<ArgumentException>(() => thing.Exists());
        Assert.Equal("Cannot infer from argument 'thing' if either file or directory must exist", exception.Message);
    }

    [Fact]
    public void Lists_levels_as_deep_as_asked()
    {
        _folder.With("1.txt", "b/2.txt", "a/3.txt", "a/x/4.txt", "a/x/y/5.md");

        Assert.Equal(["1.txt"], Root.GetFiles().Select(x => x.Name));
        Assert.Equal(["1.txt", "3.txt", "2.txt"], Root.GetFiles(depth: 2).Select(x => x.Name));
        Assert.Equal(["5.md"], Root.GetFiles("*.md", int.MaxValue).Select(x => x.Name));
        Assert.Equal(["a", "b", "x"], Root.GetDirectories(depth: 2).Select(x => x.Name));
        Assert.Equal(["y"], Root.GetDirectories("y", depth: 3).Select(x => x.Name));
        Assert.Empty(Root.GetFiles(depth: 0));
    }

    [Fact]
    public void Searches_down_and_up()
    {
        _folder.With("a/mark", "a/b/c.txt");
        var file = Root / "a" / "b" / "c.txt";

        Assert.True(Root.ContainsFile("*.txt", SearchOption.AllDirectories));
        Assert.False(Root.ContainsFile("*.txt"));
        Assert.True(Root.ContainsDirectory("a"));
        Assert.Equal(Root / "a", file.FindParent(x => x.ContainsFile("mark")));
        Assert.Equal(file, file.FindParentOrSelf(x => x.Name == "c.txt"));
        Assert.Null(file.FindParent(x => x.Name == "none"));
    }

    [Fact]
    public void Touching_makes_a_file_and_sets_its_time_only()
    {
        var file = Root / "a" / "b.txt";
        var time = new DateTime(2020, 2, 2, 0, 0, 0, DateTimeKind.Local);

        file.TouchFile();
        file.WriteAllText("kept", eofLineBreak: false).TouchFile(time);

        Assert.Equal("kept", file.ReadAllText());
        Assert.Equal(time.ToUniversalTime(), file.GetLastWriteTimeUtc());
    }

    [Fact]
    public void The_time_of_a_directory_is_that_of_the_newest_thing_in_it()
    {
        var time = new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Local);
        _folder.With("a/b.txt", "a/c/d.txt");

        (Root / "a" / "c" / "d.txt").TouchFile(time);

        Assert.Equal(time.ToUniversalTime(), (Root / "a").GetLastWriteTimeUtc());
        Assert.True((Root / "empty").CreateDirectory().GetLastWriteTimeUtc() < time);
    }

    [Fact]
    public void Cleans_and_deletes_what_is_there_and_what_is_not()
    {
        _folder.With("a/b/c.txt", "d.txt");

        Assert.Empty((Root / "a").CreateOrCleanDirectory().GetDirectories());
        new[] { Root / "a", Root / "none" }.DeleteDirectories();
        new[] { Root / "d.txt", Root / "none" }.DeleteFiles();

        Assert.Empty(Directory.EnumerateFileSystemEntries(Root));
    }

    [Fact]
    public void Deleting_leaves_alone_what_a_link_points_to()
    {
        _folder.With("kept/a.txt", "gone/b.txt");
        Directory.CreateSymbolicLink(Root / "gone" / "link", Root / "kept");
        Directory.CreateSymbolicLink(Root / "link", Root / "kept");

        (Root / "gone").DeleteDirectory();
        (Root / "link").DeleteDirectory();

        Assert.Equal(["kept/a.txt"], _folder.Relative(Root.GetFiles(depth: 9)));
        Assert.Equal(["kept"], _folder.Relative(Root.GetDirectories()));
    }

    [Fact]
    public void Changes_and_compares_extensions()
    {
        AbsolutePath path = "/out/app.tar.gz";

        Assert.Equal("/out/app.tar.zst", path.WithExtension("zst").ToString());
        Assert.True(path.HasExtension(".zip", ".GZ"));
        Assert.False(path.HasExtension(".zip"));
        Assert.True((Root / ".nuke").CreateDirectory().IsDotDirectory());
    }
}
