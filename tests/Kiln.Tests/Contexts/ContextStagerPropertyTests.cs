using Kiln.Contexts;

namespace Kiln.Tests.Contexts;

public sealed class ContextStagerPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task However_a_tree_changes_the_staged_one_equals_a_fresh_staging(int seed)
    {
        using var folder = new TemporaryFolder();
        var source = new ContextSource(Directory.CreateDirectory(folder["source"]).FullName);
        var changes = new RandomChanges(source.Folder, seed);

        for (var round = 0; round < 12; round++)
        {
            changes.Make(8);
            await new ContextStager().StageAsync(source, folder["staged"]);
            await new ContextStager().StageAsync(source, folder[$"fresh{round}"]);

            Assert.Equal(TreeListing.Of(folder[$"fresh{round}"]), TreeListing.Of(folder["staged"]));
            Assert.Equal(Times(folder[$"fresh{round}"]), Times(folder["staged"]));
            Assert.Equal(0, (await new ContextStager().StageAsync(source, folder["staged"])).Copied);
        }
    }

    static List<DateTime> Times(string folder) => [.. TreeListing.Entries(folder).Select(x => x.LastWriteTimeUtc)];

    /// <summary>Writes, deletes, moves and turns into something else; few names, so that they meet.</summary>
    sealed class RandomChanges(string root, int seed)
    {
        static readonly string[] Names = ["a", "b", "c d", "e"];

        readonly Random _random = new(seed);

        public void Make(int count)
        {
            for (var i = 0; i < count; i++)
                Change(RandomPath());
        }

        string RandomPath() =>
            Path.Combine([root, .. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Names[_random.Next(Names.Length)])]);

        void Change(string path)
        {
            for (var parent = Path.GetDirectoryName(path)!; parent.Length > root.Length; parent = Path.GetDirectoryName(parent)!)
                if (File.Exists(parent) || new FileInfo(parent).LinkTarget is not null)
                    File.Delete(parent);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            switch (_random.Next(6))
            {
                case 0 or 1:
                    Delete(path);
                    File.WriteAllText(path, $"{_random.Next(10)}"); // often of one size
                    break;
                case 2:
                    Delete(path);
                    File.CreateSymbolicLink(path, Names[_random.Next(Names.Length)]);
                    break;
                case 3:
                    Delete(path);
                    Directory.CreateDirectory(path);
                    break;
                case 4:
                    Delete(path);
                    break;
                case 5 when File.Exists(path) && new FileInfo(path).LinkTarget is null:
                    File.SetUnixFileMode(path, _random.Next(2) == 0 ? UnixFileMode.UserRead : UnixFileMode.UserExecute | UnixFileMode.UserRead);
                    break;
            }
        }

        static void Delete(string path)
        {
            if (new FileInfo(path).LinkTarget is null && Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }
    }
}
