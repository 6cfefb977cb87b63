using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Python;

/// <summary>Packages that uv locks together, at their root.</summary>
/// <param name="Root">The folder that holds them.</param>
/// <param name="Members">Their folders, in the order of these.</param>
sealed record UvWorkspace(string Root, IReadOnlyList<string> Members)
{
    /// <summary>The workspace that a folder is the root of; null for none.</summary>
    public static UvWorkspace? At(FolderTree tree, string folder)
    {
        var settings = SettingsOf(tree, folder);
        string[] patterns = [.. settings.List("tool.uv.workspace", "members")];
        string[] excluded = [.. settings.List("tool.uv.workspace", "exclude")];
        return patterns.Length == 0 ? null : new UvWorkspace(folder, [.. tree.Folders.Where(IsMember)]);

        bool IsMember(string path) => path != folder && Paths.IsIn(folder, path) && tree.HasFile(Paths.Join(path, "pyproject.toml"))
            && Paths.Relative(folder, path) is var relative && patterns.Any(x => Paths.IsMatch(x, relative)) && !excluded.Any(x => Paths.IsMatch(x, relative));
    }

    /// <summary>The locked workspace that a folder is a member of; null for none.</summary>
    public static UvWorkspace? Above(FolderTree tree, string folder) => folder.Length == 0 ? null
        : Paths.WithParents(Paths.Parent(folder)).Where(x => tree.HasFile(Paths.Join(x, "uv.lock"))).Select(x => At(tree, x))
            .FirstOrDefault(x => x?.Members.Contains(folder) is true);

    /// <summary>The members that one needs, each behind those that it needs itself.</summary>
    public IReadOnlyList<string> NeededBy(FolderTree tree, string member)
    {
        var folders = Members.ToLookup(x => PythonProject.Normalized(SettingsOf(tree, x).Text("project", "name") ?? ""));
        var (found, seen) = (new List<string>(), new HashSet<string> { member });
        Visit(member);
        return found;

        void Visit(string folder)
        {
            var names = SettingsOf(tree, folder).List("project", "dependencies").Select(PythonProject.NameOf);
            foreach (var needed in names.SelectMany(x => folders[x]).Where(seen.Add))
            {
                Visit(needed);
                found.Add(needed);
            }
        }
    }

    static TomlFile SettingsOf(FolderTree tree, string folder) => TomlFile.Parse(tree.TryRead(Paths.Join(folder, "pyproject.toml")) ?? "");
}
