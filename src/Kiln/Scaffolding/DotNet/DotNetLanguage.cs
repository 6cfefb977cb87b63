using Kiln.Scaffolding.Recognition;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.DotNet;

/// <summary>A project of C# that makes a program: each is an image.</summary>
sealed class DotNetLanguage() : Language(ScaffoldLanguage.DotNet, ".NET", "*.csproj")
{
    // What global.json says of other versions than its own: these let a newer band of the SDK in.
    static readonly string[] Newer = ["feature", "latestFeature", "minor", "latestMinor", "major", "latestMajor"];

    public override IEnumerable<Finding> In(FolderTree tree, string folder)
    {
        var projects = tree.FilesIn(folder).Where(x => x.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            .Select(x => MsBuildProject.Read(tree, Paths.Join(folder, x))).Where(x => !x.IsTest).ToArray();
        var programs = projects.Count(x => x is { IsProgram: true, Objection: null });
        return projects.Select(x =>
            !x.IsProgram ? PassOver(folder, x.Path, "it is a library.") with { IsLibrary = true }
            : x.Objection is { } objection ? PassOver(folder, x.Path, objection)
            : (Finding)Found(tree, x, isAlone: programs == 1));
    }

    FoundProject Found(FolderTree tree, MsBuildProject project, bool isAlone)
    {
        var inputs = RestoreInputs.Of(tree, project);
        var all = RestoreInputs.Closure(tree, project);
        var isWeb = all.Any(x => x.IsWeb);
        return new FoundProject(Id, project.Folder, project.Path)
        {
            Kind = $".NET, {(project.IsWeb ? "ASP.NET Core" : project.IsWorker ? "worker" : "program")}"
                + (project.IsNative ? ", native" : project.IsSelfContained ? ", self-contained" : ""),
            Title = isAlone && project.Folder.Length > 0 ? Paths.Name(project.Folder) : project.Name,
            Context = inputs.Context,
            DockerfileName = isAlone ? "Dockerfile" : $"{project.Name}.Dockerfile",
            Dockerfile = name => DotNetDockerfile.Of(project, inputs, PinnedSdk(tree, inputs.Context), isWeb, name),
            Ignore = IgnoreText.Of(["**/bin", "**/obj", "**/TestResults", "**/*.user", "**/node_modules"], others: Others(tree, inputs)),
            Notes = [.. NotesOn(tree, project, all)],
        };
    }

    static IEnumerable<string> NotesOn(FolderTree tree, MsBuildProject project, IReadOnlyList<MsBuildProject> all)
    {
        if (project.NeedsCultures)
            yield return "It formats and sorts by the rules of languages, so the base is the larger kind, '-extra'.";
        else if (!project.IsInvariant)
            yield return "The base knows no languages and no time zones (InvariantGlobalization); where the program needs them, append '-extra' to its tag.";
        foreach (var missing in all.SelectMany(x => x.References).Where(x => !tree.HasFile(x)).Distinct())
            yield return Paths.IsOutside(missing)
                ? $"It is built with '{missing}', which lies outside of the repository and cannot be sent."
                : $"It is built with '{missing}', which is not there.";
        if (all.SelectMany(x => x.References).Any(x => x.EndsWith(".esproj", StringComparison.OrdinalIgnoreCase)))
            yield return "It is built with a project of JavaScript (.esproj), which needs Node.js in the stage build: "
                + "better give that an image, or a stage, of its own.";
    }

    /// <summary>The SDK that global.json insists on; null where a newer one will do.</summary>
    static string? PinnedSdk(FolderTree tree, string context)
    {
        var path = Paths.Join(context, "global.json");
        if (!tree.HasFile(path))
            return null;
        var file = JsonFile.Read(tree, path);
        return file.Text("sdk", "version") is { } version && !Newer.Contains(file.Text("sdk", "rollForward")) && !version.Contains('-') ? version : null;
    }

    // Tests and the build project change often, and no image is made of them.
    static IEnumerable<string> Others(FolderTree tree, RestoreInputs inputs)
    {
        foreach (var name in new[] { "tests", "test" })
            if (tree.HasFolder(Paths.Join(inputs.Context, name)) && !inputs.Files.Any(x => Paths.IsIn(Paths.Join(inputs.Context, name), x)))
                yield return $"{name}";
        if (tree.HasFile(Paths.Join(inputs.Context, "build/_build.csproj")))
            yield return "build";
    }
}
