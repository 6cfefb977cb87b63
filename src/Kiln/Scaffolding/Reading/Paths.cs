using System.Text.RegularExpressions;

namespace Kiln.Scaffolding.Reading;

/// <summary>Paths from the repository's root, with slashes; the root itself is empty.</summary>
static class Paths
{
    public static string Join(string folder, string path) => Normalize(folder.Length == 0 ? path : $"{folder}/{path}");

    /// <summary>Without <c>.</c>, doubled slashes and a slash at the end. What leads out of the root keeps its <c>..</c>.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/').Where(x => x is not ("" or ".")))
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        return string.Join('/', parts);
    }

    public static string Parent(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Whether a path is a folder, or lies below it.</summary>
    public static bool IsIn(string folder, string path) =>
        folder.Length == 0 || path == folder || path.StartsWith($"{folder}/", StringComparison.Ordinal);

    /// <summary>Leads out of the root.</summary>
    public static bool IsOutside(string path) => path == ".." || path.StartsWith("../", StringComparison.Ordinal);

    /// <summary>A path as it is called from a folder; empty for the folder itself.</summary>
    public static string Relative(string folder, string path)
    {
        var (from, to) = (PartsOf(folder), PartsOf(path));
        var shared = from.Zip(to).TakeWhile(x => x.First == x.Second).Count();
        return string.Join('/', [.. Enumerable.Repeat("..", from.Length - shared), .. to[shared..]]);
    }

    /// <summary>The deepest folder that holds all of them.</summary>
    public static string Common(IEnumerable<string> folders) => folders.Aggregate(Common);

    /// <summary>A folder and those that hold it, the nearest first, up to the root.</summary>
    public static IEnumerable<string> WithParents(string folder)
    {
        for (var at = folder; at.Length > 0; at = Parent(at))
            yield return at;
        yield return "";
    }

    /// <summary>Whether a path is one of those that a pattern of a workspace means: <c>apps/*</c>, <c>libs/**</c>.</summary>
    public static bool IsMatch(string pattern, string path) => Regex.IsMatch(
        path, $"^{Regex.Escape(Normalize(pattern)).Replace(@"\*\*/", "(?:.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*")}$");

    static string Common(string left, string right) =>
        string.Join('/', PartsOf(left).Zip(PartsOf(right)).TakeWhile(x => x.First == x.Second).Select(x => x.First));

    static string[] PartsOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
