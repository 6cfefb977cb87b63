using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Python;

/// <summary>Folders of the repository that a project installs as packages: <c>-e ../core</c>, <c>core = { path = "../core" }</c>.</summary>
static class LocalPackages
{
    /// <summary>Their folders by name, with those that they need themselves; what lies outside of the repository is left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(FolderTree tree, PythonProject project)
    {
        var found = new Dictionary<string, string>();
        foreach (var (name, path) in NamedBy(project))
            Add(name, Paths.Join(project.Folder, path));
        return found;

        void Add(string name, string folder)
        {
            if (folder == project.Folder || Paths.IsOutside(folder) || !tree.HasFolder(folder) || !found.TryAdd(name, folder))
                return;
            foreach (var (inner, path) in PathsIn(TomlFile.Parse(tree.TryRead(Paths.Join(folder, "pyproject.toml")) ?? "")))
                Add(inner, Paths.Join(folder, path));
        }
    }

    /// <summary>The folders that any project of the repository installs.</summary>
    public static IReadOnlySet<string> OfAll(FolderTree tree) => tree.Once<IReadOnlySet<string>>(
        "", () => tree.Folders.Select(x => PythonProject.Read(tree, x)).OfType<PythonProject>().SelectMany(x => x.Local.Values).ToHashSet());

    /// <summary>Paths that it names, and that lead out of the repository or to nothing.</summary>
    public static IEnumerable<string> Missing(FolderTree tree, PythonProject project) =>
        NamedBy(project).Select(x => x.Path).Where(x => Paths.Join(project.Folder, x) is var path && !tree.HasFolder(path) && !tree.HasFile(path));

    static IEnumerable<(string Name, string Path)> NamedBy(PythonProject project) => project.Installer == PythonInstaller.Pip
        ? project.Requirements.Folders.Select(x => (Paths.Name(x), x))
        : PathsIn(project.Settings);

    static IEnumerable<(string Name, string Path)> PathsIn(TomlFile settings) =>
        from table in new[] { "tool.poetry.dependencies", "tool.uv.sources" }
        from entry in settings.Keys(table).Concat(settings.Tables.Where(x => x.StartsWith($"{table}.", StringComparison.Ordinal))
            .Select(x => (Key: x[(table.Length + 1)..], Value: $"path = {settings.Raw(x, "path") ?? "''"}")))
        where TomlFile.Inner(entry.Value, "path") is { Length: > 0 }
        select (PythonProject.Normalized(entry.Key), TomlFile.Inner(entry.Value, "path")!);
}
