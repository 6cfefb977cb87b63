using Nuke.Common.IO;

namespace Kiln.Engine.Tests.IO;

public sealed class CopyAndMoveTests : IDisposable
{
    private static readonly DateTime Old = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Local);

    private readonly TemporaryFolder _folder = new();

    private AbsolutePath Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Copies_a_file_into_folders_that_it_makes()
    {
        _folder.With("a.txt");

        var copy = (Root / "a.txt").CopyToDirectory(Root / "x" / "y");

        Assert.Equal(Root / "x" / "y" / "a.txt", copy);
        Assert.Equal("a.txt", copy.ReadAllText());
        Assert.True((Root / "a.txt").FileExists());
    }

    [Theory]
    [InlineData(ExistsPolicy.FileSkip, "target")]
    [InlineData(ExistsPolicy.FileOverwrite, "source")]
    [InlineData(ExistsPolicy.FileOverwriteIfNewer, "source")]
    public void A_file_that_exists_is_treated_by_policy(ExistsPolicy policy, string expected)
    {
        _folder.With("source", "target");
        (Root / "target").TouchFile(Old);

        (Root / "source").Copy(Root / "target", policy);

        Assert.Equal(expected, (Root / "target").ReadAllText());
    }

    [Fact]
    public void A_newer_file_stays()
    {
        _folder.With("source", "target");
        (Root / "source").TouchFile(Old);

        var result = (Root / "source").Move(Root / "target", ExistsPolicy.FileOverwriteIfNewer);

        Assert.Equal(Root / "source", result);
        Assert.Equal("target", (Root / "target").ReadAllText());
    }

    [Fact]
    public void By_default_nothing_is_overwritten()
    {
        _folder.With("source", "target", "one/a", "two/a");

        var file = Assert.ThrowsAny<Exception>(() => (Root / "source").Copy(Root / "target"));
        var directory = Assert.ThrowsAny<Exception>(() => (Root / "one").Copy(Root / "two"));

        Assert.Equal($"File '{Root / "target"}' already exists", file.Message);
        Assert.Equal("Policy disallows merging directories", directory.Message);
    }

    [Fact]
    public void Two_policies_for_files_are_an_error()
    {
        _folder.With("source", "target");
        const ExistsPolicy Both = ExistsPolicy.FileSkip | ExistsPolicy.FileOverwrite;

        var exception = Assert.ThrowsAny<Exception>(() => (Root / "source").Copy(Root / "target", Both));

        Assert.StartsWith("Multiple file policies set", exception.Message);
    }

    [Fact]
    public void Copies_a_directory_without_what_is_excluded()
    {
        _folder.With("src/a.cs", "src/b.md", "src/bin/c.dll", "src/sub/d.cs");

        (Root / "src").Copy(
            Root / "out",
            excludeDirectory: x => x.Name == "bin",
            excludeFile: x => x.Extension == ".md");

        Assert.Equal(["out/a.cs", "out/sub/d.cs"], _folder.Relative((Root / "out").GetFiles(depth: 9)));
    }

    [Fact]
    public void Merging_keeps_what_only_the_target_has()
    {
        _folder.With("one/a", "one/sub/b", "two/sub/b", "two/sub/c");

        (Root / "one").Move(Root / "two", ExistsPolicy.MergeAndSkip);

        Assert.Equal(["two/a", "two/sub/b", "two/sub/c"], _folder.Relative((Root / "two").GetFiles(depth: 9)));
        Assert.Equal(["one/sub/b"], _folder.Relative((Root / "one").GetFiles(depth: 9)));
    }

    [Fact]
    public void Skipped_files_are_deleted_on_demand()
    {
        _folder.With("one/a", "two/a");

        (Root / "one").Move(Root / "two", ExistsPolicy.MergeAndSkip, deleteRemainingFiles: true);

        Assert.False((Root / "one").DirectoryExists());
        Assert.Equal("two/a", (Root / "two" / "a").ReadAllText());
    }

    [Fact]
    public void A_directory_does_not_go_into_itself()
    {
        _folder.With("one/a");

        var exception = Assert.ThrowsAny<Exception>(() => (Root / "one").Copy(Root / "one" / "two"));

        Assert.Equal(
            $"Target directory '{Root / "one" / "two"}' must not be in source directory '{Root / "one"}'",
            exception.Message);
    }

    [Fact]
    public void Renames_with_and_without_the_extension()
    {
        _folder.With("a.tar.gz");

        var path = (Root / "a.tar.gz").RenameWithoutExtension("b").Rename(x => x.Name.ToUpperInvariant());

        Assert.Equal(["B.GZ"], _folder.Relative([path]));
        Assert.Equal(["B.GZ"], _folder.Relative(Root.GetFiles()));
    }

    [Fact]
    public void Names_a_source_that_is_not_there()
    {
        var exception = Assert.ThrowsAny<Exception>(() => (Root / "none").Move(Root / "x"));

        Assert.Equal($"Expected file or directory to exist: {Root / "none"}", exception.Message);
    }
}
