using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Recognition;

/// <summary>Names for images: the program's, and as many folders before it as it takes to tell two apart.</summary>
static class ImageNames
{
    public static IReadOnlyList<NamedProject> For(string root, IEnumerable<FoundProject> projects)
    {
        var found = projects.ToArray();
        // Two that lie at one place are candidates for one image, and may have one name.
        var places = found.GroupBy(x => x.DockerfilePath).ToDictionary(x => x.Key, x => x.First());
        return [.. found.Select(x => new NamedProject(x, NameOf(root, x, places.Values)))];
    }

    static string NameOf(string root, FoundProject project, IReadOnlyCollection<FoundProject> all)
    {
        var plain = ImageName.From(TitleOf(root, project));
        if (all.Count(x => ImageName.From(TitleOf(root, x)) == plain) <= 1)
            return plain;
        var folders = project.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (folders.Count == 0 || ImageName.From(folders[^1]) != plain)
            folders.Add(plain);
        return ImageName.From(string.Join('-', folders));
    }

    // 'src' says nothing, and the root is called as its folder.
    static string TitleOf(string root, FoundProject project) => ImageName.From(project.Title) is not ("" or "src" or "image")
        ? project.Title
        : Path.GetFileName(Path.TrimEndingDirectorySeparator(Paths.Name(project.Folder) is { Length: > 0 } name && name != "src" ? name : root));
}
