using System.Text.RegularExpressions;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Python;

/// <summary>How packages are installed.</summary>
enum PythonInstaller
{
    Pip,
    Poetry,
    Uv,
}

/// <summary>A folder with a program of Python.</summary>
sealed partial class PythonProject
{
    readonly FolderTree _tree;

    PythonProject(FolderTree tree, string folder, PythonInstaller installer, string marker, UvWorkspace? workspace = null)
    {
        (_tree, Folder, Installer, Marker, Workspace) = (tree, folder, installer, marker, workspace);
        Settings = TomlFile.Parse(TextOf("pyproject.toml") ?? "");
        Requirements = new RequirementsFile(tree, folder);
        Packages = Named().ToHashSet();
        Local = LocalPackages.Of(tree, this);
        Context = workspace?.Root ?? Paths.Common([folder, .. Local.Values, .. Requirements.Files.Select(x => Paths.Parent(Paths.Join(folder, x)))]);
    }

    public string Folder { get; }

    public PythonInstaller Installer { get; }

    /// <summary>From the root.</summary>
    public string Marker { get; }

    /// <summary>Whose lock file is used; null for a project with one of its own.</summary>
    public UvWorkspace? Workspace { get; }

    /// <summary>Folders of the repository that are installed as packages, by their names.</summary>
    public IReadOnlyDictionary<string, string> Local { get; }

    /// <summary>The folder that is sent: its own, or the one that also holds what it needs of the repository.</summary>
    public string Context { get; }

    /// <summary>Its folder from the one that is sent; empty where that is the same.</summary>
    public string Place => Paths.Relative(Context, Folder);

    /// <summary>The folders that the program needs, from the one that is sent, its own last.</summary>
    public IEnumerable<string> UsedFolders =>
        (Workspace?.NeededBy(_tree, Folder) ?? Local.Values).Append(Folder).Distinct().Select(x => Paths.Relative(Context, x));

    public TomlFile Settings { get; }

    public RequirementsFile Requirements { get; }

    /// <summary>Names of the packages that it asks for, in lower case, with their extras: <c>fastapi[standard]</c>.</summary>
    public IReadOnlySet<string> Packages { get; }

    public string? Name => Settings.Text("project", "name") ?? Settings.Text("tool.poetry", "name");

    /// <summary>The project itself is a package, which has to be installed for its commands and imports to be found.</summary>
    public bool IsPackage => Installer switch
    {
        PythonInstaller.Uv => Settings.Raw("tool.uv", "package") is { } told ? told == "true" : Settings.Has("build-system"),
        PythonInstaller.Poetry => Settings.Raw("tool.poetry", "package-mode") != "false" && (HasScripts || HasFolder("src")),
        _ => false,
    };

    /// <summary>The manifests that uv finds a workspace by, from its root.</summary>
    public IEnumerable<string> ManifestsOf(UvWorkspace workspace) => workspace.Members.Prepend(workspace.Root)
        .Select(x => Paths.Join(x, "pyproject.toml")).Append(Paths.Join(workspace.Root, "uv.toml")).Where(_tree.HasFile).Select(x => Paths.Relative(workspace.Root, x));

    /// <summary>A package comes from a git repository, which takes git.</summary>
    public bool UsesGit => Installer switch
    {
        PythonInstaller.Pip => Requirements.UsesGit,
        PythonInstaller.Poetry => (TextOf("poetry.lock") ?? "").Contains("type = \"git\"", StringComparison.Ordinal),
        _ => (_tree.TryRead(Paths.Join(Workspace?.Root ?? Folder, "uv.lock")) ?? "").Contains("source = { git =", StringComparison.Ordinal),
    };

    bool HasScripts => Settings.Keys("project.scripts").Any() || Settings.Keys("tool.poetry.scripts").Any();

    /// <summary>Null for a folder that none of the three installs for.</summary>
    public static PythonProject? Read(FolderTree tree, string folder)
    {
        (string File, PythonInstaller Installer)[] known =
            [("uv.lock", PythonInstaller.Uv), ("poetry.lock", PythonInstaller.Poetry), ("requirements.txt", PythonInstaller.Pip)];
        foreach (var (file, installer) in known)
            if (tree.HasFile(Paths.Join(folder, file)) && (installer == PythonInstaller.Pip || tree.HasFile(Paths.Join(folder, "pyproject.toml"))))
                return new PythonProject(tree, folder, installer, Paths.Join(folder, file));
        return UvWorkspace.Above(tree, folder) is { } workspace
            ? new PythonProject(tree, folder, PythonInstaller.Uv, Paths.Join(folder, "pyproject.toml"), workspace)
            : null;
    }

    /// <summary>The name of a package as indexes know it.</summary>
    public static string Normalized(string name) => name.Trim().ToLowerInvariant().Replace('_', '-').Replace('.', '-');

    /// <summary>The name in a requirement: <c>core</c> of <c>core[web]>=1</c>.</summary>
    public static string NameOf(string requirement) => Normalized(Requirement().Match(requirement).Value.Split('[')[0]);

    /// <summary>The commands that it installs, by name.</summary>
    public IEnumerable<string> Scripts => Settings.Keys("project.scripts").Concat(Settings.Keys("tool.poetry.scripts")).Select(x => x.Key);

    public bool Uses(string package) => Packages.Contains(package) || Packages.Any(x => x.StartsWith($"{package}[", StringComparison.Ordinal));

    /// <summary>Whether making a package of it takes another one.</summary>
    public bool BuildsWith(string package) => Settings.List("build-system", "requires").Any(x => NameOf(x) == package);

    public bool HasFile(string path) => _tree.HasFile(Paths.Join(Folder, path));

    public bool HasFolder(string path) => _tree.HasFolder(Paths.Join(Folder, path));

    public string? TextOf(string path) => _tree.TryRead(Paths.Join(Folder, path));

    /// <summary>Its sources, from its folder, those that lie higher first.</summary>
    public IReadOnlyList<string> Sources => field ??=
    [
        .. from file in _tree.FilesBelow(Folder, ".py")
           let path = Paths.Relative(Folder, file)
           orderby path.Count(x => x == '/')
           select path,
    ];

    /// <summary>The version of Python for its images.</summary>
    public string Version
    {
        get
        {
            var exact = Versions.First(TextOf(".python-version"), 2) ?? Versions.First(TextOf("runtime.txt"), 2);
            var range = Settings.Text("project", "requires-python") ?? Settings.Text("tool.poetry.dependencies", "python");
            return exact?.Contains('.') is true ? exact
                : Versions.Pick(range, 2, BaseTags.Python, "3.14", "3.12", "3.11", "3.10", "3.9") ?? BaseTags.Python;
        }
    }

    IEnumerable<string> Named()
    {
        var requirements = Requirements.Lines.Concat(Settings.List("project", "dependencies"));
        var poetry = Settings.Keys("tool.poetry.dependencies")
            .Select(x => Extras().Match(x.Value) is { Success: true } match ? $"{x.Key}[{match.Groups[1].Value}]" : x.Key);
        return requirements.Select(x => Requirement().Match(x)).Where(x => x.Success).Select(x => x.Value.Replace(" ", "")).Concat(poetry)
            .Select(x => x.ToLowerInvariant().Replace('_', '-'));
    }

    [GeneratedRegex(@"^[A-Za-z0-9][\w.\-]*\s*(?:\[[^\]]*\])?")]
    private static partial Regex Requirement();

    [GeneratedRegex("""extras\s*=\s*\[\s*["']([^"']+)""")]
    private static partial Regex Extras();
}
