using System.Text.RegularExpressions;

namespace Kiln.Contexts.Hygiene;

/// <summary>The pattern that means one path and nothing else (Docker's <c>.dockerignore</c>, Go's filepath.Match).</summary>
static partial class IgnoreLine
{
    internal static string Of(string path)
    {
        var escaped = Special().Replace(path, @"\$0");
        return escaped[0] is '#' or '!' ? @"\" + escaped : escaped;
    }

    [GeneratedRegex(@"[\\*?\[\]]")]
    private static partial Regex Special();
}
