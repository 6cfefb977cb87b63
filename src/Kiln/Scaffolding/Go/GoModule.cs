using System.Text.RegularExpressions;
using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Go;

/// <summary>A module, with those that lie beside it and are compiled into it.</summary>
sealed partial record GoModule(string Folder, string Name, string Version)
{
    public string Marker => Paths.Join(Folder, "go.mod");

    /// <summary>The folder that holds all that is compiled.</summary>
    public required string Context { get; init; }

    /// <summary>The files that say which modules there are, from the root: all that fetching needs.</summary>
    public required ValueList<string> Manifests { get; init; }

    public bool HasRequirements { get; init; }

    public bool HasSums { get; init; }

    /// <summary>The folder with the modules that it needs, from the folder that is sent; null where they are fetched.</summary>
    public string? Vendored { get; init; }

    public bool IsVendored => Vendored is not null;

    /// <summary>Folders of other modules that are not in the repository, as go.mod has them.</summary>
    public ValueList<string> Outside { get; init; }

    public static GoModule Read(FolderTree tree, string folder)
    {
        var text = tree.Read(Paths.Join(folder, "go.mod"));
        var workspace = Paths.WithParents(folder).FirstOrDefault(x => IsUsedBy(tree, x, folder));
        var modules = (workspace is null ? [folder] : UsedBy(tree, workspace)).Append(folder).Distinct().ToArray();
        var replaced = modules.SelectMany(x => ReplacedBy(tree, x)).ToArray();
        var beside = modules.Concat(replaced.Select(x => x.Folder)).Where(x => tree.HasFile(Paths.Join(x, "go.mod")));
        string[] all = [.. beside.Distinct().Order(StringComparer.Ordinal)];
        string[] manifests =
        [
            .. workspace is null ? [] : new[] { "go.work", "go.work.sum" }.Select(x => Paths.Join(workspace, x)),
            .. all.SelectMany(x => new[] { Paths.Join(x, "go.mod"), Paths.Join(x, "go.sum") }),
        ];
        var context = Paths.Common(workspace is null ? all : [.. all, workspace]);
        var vendored = Paths.Join(workspace ?? folder, "vendor");
        return new GoModule(folder, NameOf(text), VersionOf(text))
        {
            Context = context,
            Manifests = [.. manifests.Where(tree.HasFile)],
            HasRequirements = Requirement().IsMatch(text),
            HasSums = tree.HasFile(Paths.Join(folder, "go.sum")),
            Vendored = tree.HasFile($"{vendored}/modules.txt") ? Paths.Relative(context, vendored) : null,
            Outside = [.. replaced.Where(x => Paths.IsOutside(x.Folder)).Select(x => x.Written).Distinct()],
        };
    }

    // The toolchain may be newer than the language; the images use the one that they have (GOTOOLCHAIN=local).
    static string VersionOf(string text)
    {
        var named = new[] { GoLine(), ToolchainLine() }.Select(x => x.Match(text).Groups[1].Value).Where(x => x.Length > 0).ToArray();
        return named.Length == 0 ? BaseTags.Go : Versions.First(named.MaxBy(Versions.Of), 2)!;
    }

    // The last part of the path that is no major version: example.com/shop/v2 is shop.
    static string NameOf(string text) => ModuleLine().Match(text).Groups[1].Value.Split('/').LastOrDefault(x => !MajorVersion().IsMatch(x)) ?? "";

    static bool IsUsedBy(FolderTree tree, string workspace, string folder) =>
        tree.HasFile(Paths.Join(workspace, "go.work")) && UsedBy(tree, workspace).Contains(folder);

    static IEnumerable<string> UsedBy(FolderTree tree, string workspace)
    {
        var text = Comment().Replace(tree.Read(Paths.Join(workspace, "go.work")), "");
        return UsedBlock().Matches(text).SelectMany(x => x.Groups[1].Success ? x.Groups[1].Value.Split('\n') : [x.Groups[2].Value])
            .Select(x => x.Trim().Trim('"')).Where(x => x.Length > 0).Select(x => Paths.Join(workspace, x));
    }

    static IEnumerable<(string Folder, string Written)> ReplacedBy(FolderTree tree, string folder) =>
        from match in Replaced().Matches(Comment().Replace(tree.TryRead(Paths.Join(folder, "go.mod")) ?? "", ""))
        let written = match.Groups[1].Value
        select (Paths.Join(folder, written), written);

    [GeneratedRegex(@"^module\s+""?([^\s""]+)", RegexOptions.Multiline)]
    private static partial Regex ModuleLine();

    [GeneratedRegex(@"^go\s+(\d+\.\d+[^\s]*)", RegexOptions.Multiline)]
    private static partial Regex GoLine();

    [GeneratedRegex(@"^toolchain\s+go(\d+\.\d+[^\s]*)", RegexOptions.Multiline)]
    private static partial Regex ToolchainLine();

    [GeneratedRegex(@"^v\d+$")]
    private static partial Regex MajorVersion();

    [GeneratedRegex(@"^\s*require\b\s*(?:\(\s*\S|[^\s(])", RegexOptions.Multiline)]
    private static partial Regex Requirement();

    [GeneratedRegex(@"=>\s*""?(\.\.?/[^\s""]*)")]
    private static partial Regex Replaced();

    [GeneratedRegex(@"^use\s*(?:\(([^)]*)\)|([^\s(]\S*))", RegexOptions.Multiline)]
    private static partial Regex UsedBlock();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
