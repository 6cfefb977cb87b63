using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Components.Tests.Documentation.Programs;

/// <summary>The build in a folder of this repository, compiled from its sources.</summary>
static class CompiledBuild
{
    /// <summary>The errors of its compiler.</summary>
    internal static IReadOnlyList<string> ErrorsOf(string folder) => CSharp.ErrorsOf(Compile(folder).GetDiagnostics());

    /// <summary>Its class <c>Build</c>.</summary>
    internal static Type Of(string folder)
    {
        using var stream = new MemoryStream();
        var result = Compile(folder).Emit(stream);
        Assert.True(result.Success, string.Join('\n', CSharp.ErrorsOf(result.Diagnostics)));
        return Assembly.Load(stream.ToArray()).GetType("Build", throwOnError: true)!;
    }

    static CSharpCompilation Compile(string folder) => CSharp.Compile(folder.Replace('/', '-'), CSharp.ImplicitUsings, SourcesOf(folder));

    static IEnumerable<SyntaxTree> SourcesOf(string folder) => Directory
        .EnumerateFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories)
        .Select(x => Path.GetRelativePath(Repository.Root, x).Replace('\\', '/'))
        .Where(x => !x.Contains("/obj/"))
        .Concat(StandInsFor(folder))
        .Select(x => CSharp.Parse(File.ReadAllText(Repository.PathTo(x)), x));

    // What the sample inherits is in NUKE's packages only; these the end-to-end tests give it, too.
    static IEnumerable<string> StandInsFor(string folder) =>
        folder == "samples/existing-nuke/build" && typeof(Nuke.Components.IHazArtifacts).Assembly.GetType("Nuke.Components.ICompile") is null
            ? ["tests/Kiln.EndToEnd/Packages/NukeComponents.txt"]
            : [];
}
