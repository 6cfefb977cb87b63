using System.Text.RegularExpressions;

namespace Kiln.Scaffolding.Node;

/// <summary>What <c>next.config</c> says of the result of a build.</summary>
/// <param name="File">Its name; null where there is none.</param>
/// <param name="Output">Its setting of that name; empty without one.</param>
sealed partial record NextSettings(string? File, string Output)
{
    static readonly string[] Names = ["next.config.js", "next.config.mjs", "next.config.ts", "next.config.cjs", "next.config.mts"];

    /// <summary>The build collects all that the server needs in one folder.</summary>
    public bool IsStandalone => Output == "standalone";

    /// <summary>The build writes pages, and there is no server.</summary>
    public bool IsExported => Output == "export";

    /// <summary>Null for a package that is not made with Next.js.</summary>
    public static NextSettings? Of(NodePackage package)
    {
        if (!package.Uses("next"))
            return null;
        var file = Names.FirstOrDefault(package.HasFile);
        var text = LineComment().Replace(package.TextOf(Names) ?? "", "");
        return new NextSettings(file, OutputSetting().Match(text).Groups[1].Value);
    }

    [GeneratedRegex("""\boutput\s*:\s*["'](\w+)["']""")]
    private static partial Regex OutputSetting();

    [GeneratedRegex(@"^\s*//[^\n]*", RegexOptions.Multiline)]
    private static partial Regex LineComment();
}
