using Kiln.Primitives;
using Kiln.Scaffolding.Recognition;

namespace Kiln.Scaffolding.Reading;

/// <summary>A repository as languages see it: its folders, without those of tools, and what files hold. It only reads.</summary>
sealed class FolderTree(string root)
{
    /// <summary>Folders that hold no project of the repository's own, wherever they lie.</summary>
    public static ValueList<string> Skipped { get; } =
    [
        ".git", "node_modules", "bin", "obj", "target", "dist", ".venv", "venv", "vendor", ".nuke", "artifacts",
        "tests", "test", "testdata", "__pycache__",
    ];

    static readonly EnumerationOptions All = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    // Links may lead in circles, and to somebody else's files.
    static readonly EnumerationOptions NoLinks = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    // A file of more than this is no manifest, no lock file and no source that a person wrote.
    const int MostBytes = 32_000_000;

    readonly Dictionary<string, string[]> _files = [];
    readonly Dictionary<(Type, string), object?> _known = [];

    /// <summary>The root (empty) and the folders below it that are searched, in the order of their names.</summary>
    public IReadOnlyList<string> Folders => field ??= [.. Find("").Order(StringComparer.Ordinal)];

    /// <summary>Names of the files in a folder, sorted.</summary>
    public IReadOnlyList<string> FilesIn(string folder) => _files.TryGetValue(folder, out var known) ? known : _files[folder] = List(folder);

    /// <summary>Paths of the files with such an ending in the folders that are searched, below a folder.</summary>
    public IEnumerable<string> FilesBelow(string folder, params string[] endings) =>
        from child in Folders
        where Paths.IsIn(folder, child)
        from name in FilesIn(child)
        where endings.Any(x => name.EndsWith(x, StringComparison.OrdinalIgnoreCase))
        select Paths.Join(child, name);

    /// <summary>Whether there is such a file, also in folders that are not searched.</summary>
    public bool HasFile(string path) => !Paths.IsOutside(path) && File.Exists(FullPath(path));

    /// <summary>Whether there is such a folder, also one that is not searched.</summary>
    public bool HasFolder(string path) => !Paths.IsOutside(path) && Directory.Exists(FullPath(path));

    /// <summary>What was made of a path before, or now: a workspace is asked about for each of its members.</summary>
    public T Once<T>(string path, Func<T> make)
    {
        if (!_known.TryGetValue((typeof(T), path), out var known))
            _known[(typeof(T), path)] = known = make();
        return (T)known!;
    }

    /// <summary>The text of a file; refused with KILN1071 where it cannot be read.</summary>
    public string Read(string path) => Once(path, () => ReadNow(path));

    /// <summary>The text of a file; null where there is none.</summary>
    public string? TryRead(string path) => HasFile(path) ? Read(path) : null;

    string ReadNow(string path)
    {
        try
        {
            var file = new FileInfo(FullPath(path));
            return file.Length <= MostBytes ? File.ReadAllText(file.FullName)
                : throw ScaffoldMessages.Unreadable(path, null, $"it has {file.Length / 1_000_000} MB, and at most {MostBytes / 1_000_000} MB were expected.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ScaffoldMessages.Unreadable(path, null, exception.Message);
        }
    }

    IEnumerable<string> Find(string folder)
    {
        yield return folder;
        foreach (var child in ChildrenOf(folder))
            foreach (var found in Find(child))
                yield return found;
    }

    IEnumerable<string> ChildrenOf(string folder) => !Directory.Exists(FullPath(folder)) ? [] : new DirectoryInfo(FullPath(folder))
        .EnumerateDirectories("*", NoLinks)
        .Where(x => !x.Name.StartsWith('.') && !Skipped.Contains(x.Name, StringComparer.OrdinalIgnoreCase))
        .Select(x => Paths.Join(folder, x.Name))
        .Where(x => !IsBuildProject(x));

    // NUKE's own: it builds the images, and is none.
    bool IsBuildProject(string folder) => Paths.Name(folder) == "build" && HasFile(Paths.Join(folder, "_build.csproj"));

    string[] List(string folder) => !Directory.Exists(FullPath(folder)) ? [] :
        [.. new DirectoryInfo(FullPath(folder)).EnumerateFiles("*", All).Select(x => x.Name).Order(StringComparer.Ordinal)];

    string FullPath(string path) => Path.Combine(root, path);
}
