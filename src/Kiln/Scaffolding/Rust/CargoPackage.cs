using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Rust;

/// <summary>A <c>Cargo.toml</c> with a package.</summary>
sealed class CargoPackage
{
    // Where Cargo looks for a target that gives no path: https://doc.rust-lang.org/cargo/guide/project-layout.html
    static readonly (string Table, string Folder)[] Targets = [("bench", "benches"), ("test", "tests"), ("example", "examples")];

    readonly FolderTree _tree;
    readonly TomlFile _toml;

    CargoPackage(FolderTree tree, string folder, TomlFile toml) => (_tree, Folder, _toml) = (tree, folder, toml);

    public string Folder { get; }

    public string Marker => Paths.Join(Folder, "Cargo.toml");

    public string Name => _toml.Text("package", "name") ?? Paths.Name(Folder);

    /// <summary>Its programs by name, with the file that each begins in, from its folder; the one that runs by default first.</summary>
    public IReadOnlyList<(string Name, string Path)> Binaries => field ??=
        [.. FindBinaries().DistinctBy(x => x.Name).OrderBy(x => x.Name == Preferred ? 0 : 1).ThenBy(x => x.Name, StringComparer.Ordinal)];

    string? Preferred => _toml.Text("package", "default-run") ?? FindBinaries().Where(x => x.Path == "src/main.rs").Select(x => x.Name).FirstOrDefault();

    /// <summary>The file that its library begins in; null where it has none.</summary>
    public string? Library => _toml.Text("lib", "path") ?? (_tree.HasFile(Paths.Join(Folder, "src/lib.rs")) ? "src/lib.rs" : null);

    /// <summary>Files that Cargo wants to see before it compiles anything, beside programs and library; each begins with a main function.</summary>
    public IEnumerable<string> OtherTargets =>
    [
        .. Targets.SelectMany(x => _toml.Texts(x.Table, "name").Select(y => PathOf(x.Table, y, x.Folder))),
        .. _toml.Text("package", "build") is { } build ? [build] : Array.Empty<string>(),
    ];

    /// <summary>Folders of packages that it depends on, from the root.</summary>
    public IEnumerable<string> Neighbours => new[] { "dependencies", "build-dependencies", "dev-dependencies" }
        .SelectMany(_toml.Keys).Select(x => TomlFile.Inner(x.Value, "path"))
        .Concat(DependencyTables().SelectMany(x => _toml.Keys(x)).Where(x => x.Key == "path").Select(x => x.Value.Trim('"', '\'')))
        .OfType<string>().Select(x => Paths.Join(Folder, x));

    /// <summary>It says itself what is kept of the symbols.</summary>
    public bool Strips => _toml.Raw("profile.release", "strip") is not null || _toml.Raw("profile.release", "debug") is not null;

    /// <summary>Null where there is no package: a workspace may be nothing else.</summary>
    public static CargoPackage? Read(FolderTree tree, string folder)
    {
        if (tree.TryRead(Paths.Join(folder, "Cargo.toml")) is not { } text)
            return null;
        var toml = TomlFile.Parse(text);
        return toml.Has("package") ? new CargoPackage(tree, folder, toml) : null;
    }

    IEnumerable<(string Name, string Path)> FindBinaries()
    {
        foreach (var name in _toml.Texts("bin", "name"))
            yield return (name, PathOf("bin", name, "src/bin"));
        if (_toml.Raw("package", "autobins") == "false")
            yield break;
        var named = _toml.Texts("bin", "path").Select(Paths.Normalize).ToArray();
        if (_tree.HasFile(Paths.Join(Folder, "src/main.rs")) && !named.Contains("src/main.rs"))
            yield return (Name, "src/main.rs");
        foreach (var file in _tree.FilesIn(Paths.Join(Folder, "src/bin")).Where(x => x.EndsWith(".rs", StringComparison.Ordinal)))
            yield return (Path.GetFileNameWithoutExtension(file), $"src/bin/{file}");
    }

    string PathOf(string table, string name, string folder)
    {
        // Name and path of one table stand in it in any order, so they are paired by their places.
        var paths = _toml.PathsByName(table);
        if (paths.GetValueOrDefault(name) is { } path)
            return Paths.Normalize(path);
        string[] usual = [$"{folder}/{name}.rs", $"{folder}/{name}/main.rs", .. table == "bin" ? ["src/main.rs"] : Array.Empty<string>()];
        return usual.FirstOrDefault(x => _tree.HasFile(Paths.Join(Folder, x))) ?? usual[0];
    }

    // [dependencies.core] with a path below it.
    IEnumerable<string> DependencyTables() => _toml.Tables.Where(x => x.Split('.')[0] is "dependencies" or "build-dependencies" && x.Contains('.'));
}
