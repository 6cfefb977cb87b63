using System.Text.RegularExpressions;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Java;

/// <summary>What sources of Java and Kotlin say of the program.</summary>
static partial class JavaSources
{
    static readonly string[] Settings = ["application.properties", "application.yml", "application.yaml", "application.conf"];

    /// <summary>The class with the function that starts the program; null for none.</summary>
    public static string? MainClass(FolderTree tree, string folder)
    {
        foreach (var file in Files(tree, folder))
        {
            var text = tree.Read(file);
            var isKotlin = file.EndsWith(".kt", StringComparison.Ordinal);
            if (!(isKotlin ? KotlinMain() : JavaMain()).IsMatch(text))
                continue;
            var name = Path.GetFileNameWithoutExtension(file);
            var package = Package().Match(text).Groups[1].Value;
            return $"{(package.Length == 0 ? "" : $"{package}.")}{(isKotlin ? $"{char.ToUpperInvariant(name[0])}{name[1..]}Kt" : name)}";
        }

        return null;
    }

    /// <summary>The port that settings or sources name.</summary>
    public static int? Port(FolderTree tree, string folder)
    {
        var resources = Paths.Join(folder, "src/main/resources");
        var settings = Settings.Select(x => Paths.Join(resources, x)).Where(tree.HasFile);
        return Ports.In(tree, settings, PortSetting()) ?? Ports.In(tree, Files(tree, folder), PortInSource());
    }

    static IEnumerable<string> Files(FolderTree tree, string folder) => tree.FilesBelow(Paths.Join(folder, "src/main"), ".java", ".kt");

    [GeneratedRegex(@"\bstatic\s+(?:final\s+)?void\s+main\s*\(")]
    private static partial Regex JavaMain();

    [GeneratedRegex(@"^(?:suspend\s+)?fun\s+main\s*\(", RegexOptions.Multiline)]
    private static partial Regex KotlinMain();

    [GeneratedRegex(@"^\s*package\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Package();

    [GeneratedRegex(@"(?:server\.port|quarkus\.http\.port|^\s*port)\s*[=:]\s*(?:\$\{\w+:)?(\d{2,5})", RegexOptions.Multiline)]
    private static partial Regex PortSetting();

    [GeneratedRegex(@"(?:InetSocketAddress\(\s*|\bport\s*=\s*|\.start\(\s*|\.listen\(\s*)(\d{4,5})\b")]
    private static partial Regex PortInSource();
}
