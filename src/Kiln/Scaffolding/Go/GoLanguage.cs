using System.Text.RegularExpressions;
using Kiln.Scaffolding.Recognition;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Go;

/// <summary>A module: each <c>package main</c> at its root or in <c>cmd</c> is an image.</summary>
sealed partial class GoLanguage() : Language(ScaffoldLanguage.Go, "Go", "go.mod")
{
    // Packages that are there for what they bind to, which is C.
    static readonly string[] WithC = ["github.com/mattn/go-sqlite3", "github.com/confluentinc/confluent-kafka-go", "github.com/go-gst/go-gst"];

    static readonly string[] ReadAtRunTime = ["templates", "views", "static", "public", "migrations", "locales", "config"];

    public override IEnumerable<Finding> In(FolderTree tree, string folder)
    {
        var marker = Paths.Join(folder, "go.mod");
        if (!tree.HasFile(marker))
            return [];

        var programs = ProgramFolders(tree, folder).Where(x => IsProgram(tree, x)).ToArray();
        if (programs.Length == 0)
            return [PassOver(folder, marker, "it has no 'package main' at its root or in cmd, so it is a library.") with { IsLibrary = true }];
        var module = GoModule.Read(tree, folder);
        return programs.Select(x => Found(tree, module, x, isOnly: programs.Length == 1));
    }

    FoundProject Found(FolderTree tree, GoModule module, string program, bool isOnly)
    {
        var name = program == module.Folder || Paths.Name(program) == "cmd" ? module.Name : Paths.Name(program);
        var port = Ports.In(tree, tree.FilesIn(program).Where(IsSource).Select(x => Paths.Join(program, x)), ListensOn());
        return new FoundProject(Id, isOnly ? module.Folder : program, module.Marker)
        {
            Kind = module.IsVendored ? "Go, with vendored modules" : "Go",
            Title = name,
            Context = module.Context,
            Dockerfile = image => GoDockerfile.Of(module, program, ImageName.From(name), image, port),
            Ignore = IgnoreText.Of(["**/*.test", "**/*.out"], kept: module.Vendored is { } vendored ? [vendored] : []),
            Notes = [.. NotesOn(tree, module)],
        };
    }

    static IEnumerable<string> NotesOn(FolderTree tree, GoModule module)
    {
        if (module.HasRequirements && !module.HasSums && !module.IsVendored)
            yield return $"{module.Marker} has requirements, and there is no go.sum: run go mod tidy first, or go build refuses them.";
        foreach (var outside in module.Outside)
            yield return $"{module.Marker} replaces a module by '{outside}', which lies outside of the repository and cannot be sent.";
        foreach (var package in WithC.Where(x => tree.Read(module.Marker).Contains(x, StringComparison.Ordinal)))
            yield return $"{package} is compiled with C, and the image is built without (CGO_ENABLED=0): take a package that is all Go, or another base.";
        var read = ReadAtRunTime.Where(x => tree.HasFolder(Paths.Join(module.Folder, x))).ToArray();
        if (read.Length > 0 && !EmbedsFiles(tree, module.Folder))
            yield return $"Only the program is copied. If it reads {string.Join(", ", read.Select(x => $"{x}/"))} while it runs, "
                + "embed the files (//go:embed) or add a COPY to the last stage.";
    }

    static bool EmbedsFiles(FolderTree tree, string folder) =>
        tree.FilesBelow(folder, ".go").Any(x => tree.Read(x).Contains("//go:embed", StringComparison.Ordinal));

    static IEnumerable<string> ProgramFolders(FolderTree tree, string folder)
    {
        var commands = Paths.Join(folder, "cmd");
        return [folder, commands, .. tree.Folders.Where(x => x.Length > 0 && Paths.Parent(x) == commands)];
    }

    static bool IsProgram(FolderTree tree, string folder)
    {
        var sources = tree.FilesIn(folder).Where(IsSource).Select(x => tree.Read(Paths.Join(folder, x))).ToArray();
        return sources.Any(x => MainPackage().IsMatch(x) && MainFunction().IsMatch(x) && !LeftOut().IsMatch(x));
    }

    static bool IsSource(string name) =>
        name.EndsWith(".go", StringComparison.Ordinal) && !name.EndsWith("_test.go", StringComparison.Ordinal) && name[0] is not ('_' or '.');

    [GeneratedRegex(@"^package\s+main\b", RegexOptions.Multiline)]
    private static partial Regex MainPackage();

    [GeneratedRegex(@"^func\s+main\s*\(\s*\)", RegexOptions.Multiline)]
    private static partial Regex MainFunction();

    // Tools that 'go run' starts by their file name: https://pkg.go.dev/cmd/go#hdr-Build_constraints
    [GeneratedRegex(@"^//\s*(?:go:build|\+build)\s+ignore\b", RegexOptions.Multiline)]
    private static partial Regex LeftOut();

    [GeneratedRegex("""["`](?:0\.0\.0\.0|localhost|127\.0\.0\.1)?:(\d{2,5})["`]""")]
    private static partial Regex ListensOn();
}
