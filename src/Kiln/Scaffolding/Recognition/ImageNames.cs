using System.Text.RegularExpressions;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Recognition;

/// <summary>Names for images: the program's, and as many folders before it as it takes to tell two apart.</summary>
static partial class ImageNames
{
    const int Longest = 128;

    public static IReadOnlyList<NamedProject> For(string root, IEnumerable<FoundProject> projects)
    {
        var found = projects.ToArray();
        // Two that lie at one place are candidates for one image, and may have one name.
        var places = found.GroupBy(x => x.DockerfilePath).ToDictionary(x => x.Key, x => x.First());
        return [.. found.Select(x => new NamedProject(x, NameOf(root, x, places.Values)))];
    }

    static string NameOf(string root, FoundProject project, IReadOnlyCollection<FoundProject> all)
    {
        var plain = AsName(TitleOf(root, project));
        if (all.Count(x => AsName(TitleOf(root, x)) == plain) <= 1)
            return plain;
        var folders = project.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (folders.Count == 0 || AsName(folders[^1]) != plain)
            folders.Add(plain);
        return AsName(string.Join('-', folders));
    }

    // 'src' says nothing, and the root is called as its folder.
    static string TitleOf(string root, FoundProject project) => AsName(project.Title) is not ("" or "src" or "image")
        ? project.Title
        : Path.GetFileName(Path.TrimEndingDirectorySeparator(Paths.Name(project.Folder) is { Length: > 0 } name && name != "src" ? name : root));

    /// <summary>
    /// Lower case, with a '-' for all that a registry does not take, and where a word begins: <c>OrderService</c> is <c>order-service</c>.
    /// </summary>
    internal static string AsName(string text)
    {
        var words = WordStart().Replace(text, "-");
        var name = Foreign().Replace(words.ToLowerInvariant(), "-").Trim('-');
        return name.Length == 0 ? "image" : name[..Math.Min(name.Length, Longest)].TrimEnd('-');
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Foreign();
}
