using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.DotNet;

/// <summary>The files that 'dotnet restore' reads for a project: they are copied before the sources.</summary>
sealed record RestoreInputs(ValueList<string> Files, ValueList<string> Folders, string Context)
{
    static readonly string[] Shared =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Build.rsp", "NuGet.config", "global.json"];

    /// <summary>Some project has its packages locked.</summary>
    public bool HasLocks => Files.Any(x => Paths.Name(x) == "packages.lock.json");

    public static RestoreInputs Of(FolderTree tree, MsBuildProject project)
    {
        var projects = Closure(tree, project);
        string[] shared = [.. projects.SelectMany(x => Paths.WithParents(x.Folder)).Distinct().SelectMany(x => SharedIn(tree, x))];
        string[] files =
        [
            .. shared,
            .. projects.Select(x => x.Path),
            .. projects.Select(x => Paths.Join(x.Folder, "packages.lock.json")).Where(tree.HasFile),
            .. Imported(tree, [.. shared, .. projects.Select(x => x.Path)]),
        ];
        var feeds = shared.Where(x => Paths.Name(x).Equals("nuget.config", StringComparison.OrdinalIgnoreCase))
            .SelectMany(x => LocalFeeds(tree, x)).Distinct().ToArray();
        var reached = files.Select(Paths.Parent).Concat(feeds).Concat(projects.SelectMany(x => x.Foreign)).ToArray();
        return new RestoreInputs([.. files.Distinct().Order(StringComparer.Ordinal)], [.. feeds], ContextOf(tree, project, reached));
    }

    /// <summary>A project and those that it is built with.</summary>
    public static IReadOnlyList<MsBuildProject> Closure(FolderTree tree, MsBuildProject project)
    {
        var (found, waiting) = (new List<MsBuildProject>(), new Queue<MsBuildProject>([project]));
        while (waiting.TryDequeue(out var next))
        {
            if (found.Any(x => x.Path == next.Path))
                continue;
            found.Add(next);
            foreach (var reference in next.References.Where(tree.HasFile))
                waiting.Enqueue(MsBuildProject.Read(tree, reference));
        }

        return found;
    }

    // By the names that they have: some call it nuget.config, and COPY minds capitals.
    static IEnumerable<string> SharedIn(FolderTree tree, string folder) =>
        tree.FilesIn(folder).Where(x => Shared.Contains(x, StringComparer.OrdinalIgnoreCase)).Select(x => Paths.Join(folder, x));

    // Its own folder if that is enough; else where the solution lies, or the root: what else it takes from there would be missed later.
    static string ContextOf(FolderTree tree, MsBuildProject project, string[] reached)
    {
        if (reached.All(x => Paths.IsIn(project.Folder, x)))
            return project.Folder;
        return Paths.WithParents(Paths.Common([project.Folder, .. reached])).FirstOrDefault(x => tree.FilesIn(x).Any(IsSolution)) ?? "";
    }

    // Only paths that can be known without running MSBuild.
    static IEnumerable<string> Imported(FolderTree tree, IEnumerable<string> files)
    {
        var (found, waiting) = (new HashSet<string>(), new Queue<string>(files.Where(IsMsBuild)));
        while (waiting.TryDequeue(out var file))
            foreach (var import in XmlFile.Read(tree, file, "Project").All("Import").Select(x => x.Named("Project")).OfType<string>())
            {
                var path = Paths.Join(Paths.Parent(file), MsBuildProject.WithoutOwnFolder(import));
                if (!path.Contains('$') && tree.HasFile(path) && found.Add(path))
                    waiting.Enqueue(path);
            }

        return found;
    }

    static bool IsMsBuild(string file) => Path.GetExtension(file) is ".csproj" or ".props" or ".targets";

    static bool IsSolution(string file) => Path.GetExtension(file) is ".sln" or ".slnx";

    static IEnumerable<string> LocalFeeds(FolderTree tree, string settings) =>
        from add in XmlFile.Read(tree, settings, "configuration").At("packageSources")?.Elements() ?? []
        let value = add.Named("value")
        where value is not null && !value.Contains("://")
        let folder = Paths.Join(Paths.Parent(settings), value.Replace('\\', '/'))
        where folder.Length > 0 && tree.HasFolder(folder)
        select folder;
}
