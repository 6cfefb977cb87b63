using Kiln.Components.Running;

namespace Kiln.Components.Tests.Running;

public sealed class UncommittedFolderTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("kiln-uncommitted-").FullName;

    string Folder => Path.Combine(_root, "artifacts");

    string IgnoreFile => Path.Combine(Folder, ".gitignore");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_folder_that_was_not_there_or_was_emptied_ignores_all_that_is_in_it()
    {
        UncommittedFolder.Make(Folder);
        var made = File.ReadAllText(IgnoreFile);
        File.Delete(IgnoreFile);
        UncommittedFolder.Make(Folder);

        Assert.Contains("\n*\n", made);
        Assert.Equal(made, File.ReadAllText(IgnoreFile));
    }

    [Fact]
    public void One_with_files_is_somebody_s_and_stays_as_it_is()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "committed.txt"), "");

        UncommittedFolder.Make(Folder);

        Assert.False(File.Exists(IgnoreFile));
    }
}
