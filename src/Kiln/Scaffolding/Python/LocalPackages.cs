using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Python;

/// <summary>Folders of the repository that a project installs as packages: <c>-e ../core</c>, <c>core = { path = "../core" }</c>.</summary>
static class LocalPackages
{
    /// <summary>Their folders by name, with those that they need themselves; what lies outside of the repository is left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(FolderTree tree, PythonProject project)
    {
        var found = new Dictionary<string, string>();
        var named = project.Installer switch
        {
            PythonInstaller.Pip => project.Requirements.Folders.Select(x => (Name: Paths.Name(x), Path: x)),
            _ => PathsIn(project.Settings),
        };
        foreach (var (name, path) in named)
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

    static IEnumerable<(string Name, string Path)> PathsIn(TomlFile settings) =>
        from table in new[] { "tool.poetry.dependencies", "tool.uv.sources" }
        from entry in settings.Keys(table).Concat(settings.Tables.Where(x => x.StartsWith($"{table}.", StringComparison.Ordinal))
            .Select(x => (Key: x[(table.Length + 1)..], Value: $"path = {settings.Raw(x, "path") ?? "''"}")))
        where TomlFile.Inner(entry.Value, "path") is { Length: > 0 }
        select (PythonProject.Normalized(entry.Key), TomlFile.Inner(entry.Value, "path")!);
}
