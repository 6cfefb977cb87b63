using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Recognition;

/// <summary>What is said where nothing can be written.</summary>
static class ScaffoldMessages
{
    public static KilnException NothingFound(string root, IEnumerable<PassedOver> passedOver)
    {
        var lookedFor = ProjectSearch.Languages.Select(x => $"\n  {x.Name}: {string.Join(", ", x.Markers)}");
        var seen = passedOver.Select(x => $"\n  {x.Marker}: {x.Reason}").ToArray();
        return new KilnException(
            ErrorCodes.NothingToScaffold,
            $"In '{root}' and the folders below it there is no project that an image could be made of. "
            + $"These files were looked for:{string.Concat(lookedFor)}"
            + (seen.Length == 0 ? "" : $"\nThese are there, and make no image:{string.Concat(seen)}")
            + $"\nFolders of tools and of what they make are not searched: {string.Join(", ", FolderTree.Skipped)}.\n"
            + "For another language write a Dockerfile, and name its folder where the images are described.");
    }

    public static KilnException SeveralLanguages(IEnumerable<IGrouping<string, NamedProject>> places)
    {
        var lines = places.Select(x => $"\n  {x.Key}: {string.Join(", or ", x.Select(y => $"{y.Project.Kind} (by {y.Project.Marker})"))}").ToArray();
        var languages = places.SelectMany(x => x).Select(x => x.Project.Language).Distinct().Order();
        return new KilnException(
            ErrorCodes.ScaffoldUnclear,
            $"{(lines.Length == 1 ? "A folder is" : $"{lines.Length} folders are")} several projects, and can have one Dockerfile:{string.Concat(lines)}"
            + $"\nSay which it is: --scaffold-language {string.Join(" or ", languages)}. Or leave it out: --only-projects names those to write for.");
    }

    public static KilnException UnknownProjects(string[] typed, IReadOnlyList<NamedProject> projects, IEnumerable<PassedOver> passedOver)
    {
        var names = projects.SelectMany(x => new[] { x.Name, x.Project.Folder, Paths.Name(x.Project.Folder) }).Where(x => x.Length > 0).Distinct();
        var lines = typed.Select(x => passedOver.FirstOrDefault(y => Paths.Normalize(x) == y.Folder) is { } found
            ? $"'{x}' makes no image ({found.Marker}: {found.Reason})."
            : $"No project is called '{x}'.{NearestName.Question(x, names)}");
        var all = projects.Select(x => $"\n  {x.Name} in {(x.Project.Folder.Length == 0 ? "." : x.Project.Folder)}");
        return new KilnException(
            ErrorCodes.ScaffoldUnclear,
            $"{string.Join('\n', lines)} There {(projects.Count == 1 ? "is" : "are")}:{string.Concat(all)}\n--only-projects takes names and folders.");
    }

    public static KilnException Unreadable(string path, long? line, string reason) => new(
        ErrorCodes.ScaffoldUnclear,
        $"'{path}'{(line is null ? "" : $", line {line},")} cannot be read: {reason}");

    public static KilnException WouldOverwrite(IReadOnlyList<ScaffoldedFile> files) => new(
        ErrorCodes.ScaffoldWouldOverwrite,
        $"{(files.Count == 1 ? "A file is" : $"{files.Count} files are")} there with other content, so nothing was written:\n"
        + string.Concat(files.Select(x => $"  {x.Path}\n"))
        + string.Concat(files.Select(x => $"\n{x.Diff}"))
        + "\nTo have them written anew, say --overwrite-files; to keep yours, leave the project out with --only-projects.");
}
