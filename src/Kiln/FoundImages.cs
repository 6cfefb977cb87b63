using Kiln.Primitives;

namespace Kiln;

/// <summary>An image for each Dockerfile of a repository, for builds that need to say no more about them.</summary>
public static class FoundImages
{
    // How the Dockerfile begins that 'dotnet new kiln' brings; whoever makes it theirs deletes the line.
    const string SampleMark = "# kiln sample";

    // Folders of tools and of what they make; a Dockerfile in there is somebody else's.
    static readonly string[] Skipped = ["artifacts", "bin", "obj", "node_modules", "vendor", "target"];

    /// <summary>
    /// One for each file called <c>Dockerfile</c> below the folder, named after the folder it lies in, which is its context; by the path where two
    /// would have one name. Sorted by path. Hidden folders and those of tools are left out, and so is one that begins with <c># kiln sample</c>, as the
    /// template's does, where there are others.
    /// </summary>
    public static ValueList<ImageSpec> In(string root)
    {
        var found = Find(new DirectoryInfo(root)).Order(StringComparer.Ordinal).ToArray();
        var folders = found.Where(x => !IsSample(x)).ToArray() is { Length: > 0 } own ? own : found;
        var shared = folders.GroupBy(NameOf).Where(x => x.Count() > 1).Select(x => x.Key).ToHashSet();
        return folders.Select(x => new ImageSpec(shared.Contains(NameOf(x)) ? PathNameOf(root, x) : NameOf(x), x)).ToValueList();
    }

    static IEnumerable<string> Find(DirectoryInfo folder)
    {
        if (File.Exists(Path.Combine(folder.FullName, "Dockerfile")))
            yield return folder.FullName;
        foreach (var child in folder.EnumerateDirectories().Where(x => !x.Name.StartsWith('.') && !Skipped.Contains(x.Name) && x.LinkTarget is null))
            foreach (var found in Find(child))
                yield return found;
    }

    static bool IsSample(string folder) => File.ReadLines(Path.Combine(folder, "Dockerfile")).FirstOrDefault()?.StartsWith(SampleMark, StringComparison.Ordinal) == true;

    static string NameOf(string folder) => ImageName.From(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));

    static string PathNameOf(string root, string folder) => Path.GetRelativePath(root, folder) is "." ? NameOf(folder) : ImageName.From(Path.GetRelativePath(root, folder));
}
