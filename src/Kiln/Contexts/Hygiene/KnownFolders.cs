using Kiln.Primitives;
using Kiln.Secrets;

namespace Kiln.Contexts.Hygiene;

/// <summary>
/// Folders that are large, that no step needs, and whose files are somebody else's: packages come with keys of their tests, which
/// are nobody's secret. So they are told as a whole, and not looked into.
/// </summary>
static class KnownFolders
{
    const string Git = ".git";

    static readonly Dictionary<string, string> What = new()
    {
        [Git] = "the whole history",
        ["node_modules"] = "packages, which a step of the build installs",
        [".venv"] = "packages, which a step of the build installs",
    };

    internal static bool Contain(string path) => FolderOf(path) is not null;

    /// <summary>One finding for each name, and one more for a <c>.git</c> that holds the token that it was cloned with.</summary>
    internal static IEnumerable<ContextFinding> In(
        IReadOnlyCollection<ContextEntry> files, ValueList<ContextAllowance> allowed, Func<string, string> readHead)
    {
        var inside = files
            .Select(x => (File: x, Folder: FolderOf(x.Path)!))
            .Where(x => x.Folder is not null && !allowed.Any(y => y.Covers(x.Folder) || y.Covers(x.File.Path)))
            .ToArray();
        foreach (var group in inside.GroupBy(x => NameOf(x.Folder)))
        {
            var folders = group.Select(x => x.Folder).Distinct().Order(StringComparer.Ordinal).ToArray();
            var rest = folders.Length > 1 ? $", and {folders.Length - 1} more of that name" : "";
            var line = folders is [var only] && only == group.Key ? only : $"**/{group.Key}";
            yield return new ContextFinding(folders[0], group.Sum(x => x.File.Size), What[group.Key] + rest, line, IsSecret: false);
        }

        foreach (var (file, folder) in inside.Where(x => NameOf(x.Folder) == Git && x.File.Path == $"{x.Folder}/config"))
        {
            if (TokenFiles.GitConfiguration(readHead(file.Path)) is { } verdict)
                yield return new ContextFinding(file.Path, file.Size, verdict.What, folder == Git ? Git : $"**/{Git}", verdict.IsSecret);
        }
    }

    // The outermost one: what is nested in it belongs to it.
    static string? FolderOf(string path)
    {
        for (var start = 0; path.IndexOf('/', start) is var end and >= 0; start = end + 1)
        {
            if (end - start is 4 or 5 or 12 && What.ContainsKey(path[start..end]))
                return path[..end];
        }

        return null;
    }

    static string NameOf(string folder) => folder[(folder.LastIndexOf('/') + 1)..];
}
