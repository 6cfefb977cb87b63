using System.Text.RegularExpressions;
using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Node;

/// <summary>A <c>package.json</c>, and what lies beside it.</summary>
sealed partial class NodePackage
{
    // Run while packages are installed: https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-operation-order
    static readonly string[] OnInstall = ["install", "postinstall"];

    static readonly string[] OnPrepare = ["preinstall", "prepublish", "preprepare", "prepare", "postprepare"];

    readonly FolderTree _tree;
    readonly JsonFile _json;

    NodePackage(FolderTree tree, string folder, JsonFile json) => (_tree, Folder, _json) = (tree, folder, json);

    public string Folder { get; }

    public string Marker => Paths.Join(Folder, "package.json");

    /// <summary>Without the scope; empty where it has none.</summary>
    public string Name => FullName.Split('/')[^1];

    public string FullName => _json.Text("name") ?? "";

    public IReadOnlyDictionary<string, string> Scripts => field ??= _json.Texts("scripts");

    /// <summary>What it needs while it runs.</summary>
    public IReadOnlySet<string> Dependencies => field ??=
        _json.Texts("dependencies").Keys.Concat(_json.Texts("optionalDependencies").Keys).Concat(_json.Texts("peerDependencies").Keys).ToHashSet();

    /// <summary>What it needs to be built, beside those.</summary>
    public IReadOnlySet<string> DevDependencies => field ??= _json.Texts("devDependencies").Keys.ToHashSet();

    /// <summary>What it asks for, for a dependency of any kind; null for none.</summary>
    public string? VersionOf(string dependency) =>
        new[] { "dependencies", "devDependencies", "optionalDependencies", "peerDependencies" }.Select(x => _json.Text(x, dependency)).FirstOrDefault(x => x is not null);

    public IEnumerable<string> AllDependencies => Dependencies.Concat(DevDependencies).Distinct();

    public string? Main => _json.Text("main");

    /// <summary>For instance <c>pnpm@10.4.1</c>, without the hash that may follow.</summary>
    public string? PackageManager => _json.Text("packageManager")?.Split('+')[0];

    public ValueList<string> Workspaces => [.. _json.List("workspaces"), .. _json.List("workspaces", "packages")];

    /// <summary>Others are meant to import it.</summary>
    public bool IsLibrary => _json.Has("exports") || _json.Has("files") || _json.Has("types") || _json.Has("publishConfig");

    public string? BuildScript => Scripts.GetValueOrDefault("build");

    /// <summary>Scripts of its own that run while dependencies are installed, and need its sources.</summary>
    public IEnumerable<string> InstallScripts => OnInstall.Where(Scripts.ContainsKey);

    /// <summary>Scripts for those who work on it, as the one that sets up git hooks; an image has no use for them.</summary>
    public IEnumerable<string> PrepareScripts => OnPrepare.Where(Scripts.ContainsKey);

    public static NodePackage Read(FolderTree tree, string folder) => new(tree, folder, JsonFile.Read(tree, Paths.Join(folder, "package.json")));

    public bool Uses(string dependency) => Dependencies.Contains(dependency) || DevDependencies.Contains(dependency);

    public bool HasFile(string name) => _tree.HasFile(Paths.Join(Folder, name));

    public bool HasFolder(string name) => _tree.HasFolder(Paths.Join(Folder, name));

    /// <summary>Nobody keeps it, so a build makes it.</summary>
    public bool IsIgnoredByGit(string folder) =>
        (TextOf(".gitignore") ?? "").Split('\n').Any(x => x.Trim().Trim('/') == folder);

    public string? TextOf(params IEnumerable<string> names) => names.Select(x => _tree.TryRead(Paths.Join(Folder, x))).FirstOrDefault(x => x is not null);

    /// <summary>The folder that its compiler writes to, as far as a configuration says; null where none does.</summary>
    public string? CompilerOutput
    {
        get
        {
            var outputs = new[] { "tsconfig.build.json", "tsconfig.app.json", "tsconfig.json" }.Where(HasFile)
                .Select(x => Paths.Normalize(OutputOption().Match(TextOf(x)!).Groups[1].Value));
            return outputs.FirstOrDefault(x => x.Length > 0 && !Paths.IsOutside(x))?.Split('/')[0];
        }
    }

    /// <summary>The version of Node.js for its images, or what its workspace asks for.</summary>
    public string Version(NodePackage? workspace)
    {
        var exact = new[] { ".nvmrc", ".node-version" }.Select(x => Versions.First(TextOf(x) ?? workspace?.TextOf(x), 1))
            .FirstOrDefault(x => x is not null);
        var range = _json.Text("engines", "node") ?? workspace?._json.Text("engines", "node");
        // Even numbers are those with long support.
        return exact ?? Versions.Pick(range, 1, BaseTags.Node, "22", "20", "26", "18", "16") ?? BaseTags.Node;
    }

    /// <summary>The port in its sources, or in those of its folder <c>src</c>.</summary>
    public int? Port()
    {
        var sources = new[] { Folder, Paths.Join(Folder, "src"), Paths.Join(Folder, "bin") }
            .SelectMany(x => _tree.FilesIn(x).Where(y => IsSource(y) || (Paths.Name(x) == "bin" && !Path.HasExtension(y))).Select(y => Paths.Join(x, y)));
        return Ports.In(_tree, sources, ListensOn());
    }

    static bool IsSource(string name) =>
        !name.Contains(".config.", StringComparison.Ordinal) && !name.Contains(".test.", StringComparison.Ordinal)
        && Path.GetExtension(name) is ".js" or ".ts" or ".mjs" or ".cjs" or ".mts";

    [GeneratedRegex(""""
                    "outDir"\s*:\s*"([^"]+)"
                    """")]
    private static partial Regex OutputOption();

    [GeneratedRegex("""(?:\bPORT\b["'\]]*\)?\s*(?:\|\||\?\?)\s*|\bport\s*[:=]\s*|\.listen\(\s*(?:\{\s*port:\s*)?)(?:Number\(|parseInt\()?["']?(\d{2,5})\b""")]
    private static partial Regex ListensOn();
}
