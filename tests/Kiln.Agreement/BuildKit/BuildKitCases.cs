using Kiln.Dockerfiles;
using Kiln.Primitives;

namespace Kiln.Agreement.BuildKit;

/// <summary>Reads frontend/dockerfile/parser of moby/buildkit: files with a tree, and files to be refused.</summary>
static class BuildKitCases
{
    public static IEnumerable<(string Name, string? Difference)> In(string folder) =>
    [
        .. DockerfilesBelow(folder, "testfiles").Select(x => (x.Name, CompareTree(x.File))),
        .. DockerfilesBelow(folder, "testfiles-negative").Select(x => (x.Name, CompareRefusal(x.File))),
    ];

    static IEnumerable<(string Name, string File)> DockerfilesBelow(string folder, string kind) =>
        from file in Directory.Exists(Path.Combine(folder, kind))
            ? Directory.EnumerateFiles(Path.Combine(folder, kind), "Dockerfile", SearchOption.AllDirectories)
            : []
        orderby file
        select (Path.GetRelativePath(folder, Path.GetDirectoryName(file)!), file);

    static string? CompareTree(string file)
    {
        var dockerfile = Dockerfile.Parse(File.ReadAllText(file), file);
        var actual = SExpressions.Of(dockerfile).Split('\n');
        var expected = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "result")).Split('\n');

        var line = Enumerable.Range(0, Math.Max(actual.Length, expected.Length))
            .Select(x => (Expected: expected.ElementAtOrDefault(x), Actual: actual.ElementAtOrDefault(x)))
            .FirstOrDefault(x => x.Expected != x.Actual);
        return line == default ? null : $"  BuildKit: {line.Expected}\n  Kiln:     {line.Actual}";
    }

    static string? CompareRefusal(string file) =>
        Dockerfile.Parse(File.ReadAllText(file), file).Diagnostics.Any(x => x.Severity == Severity.Error)
            ? null
            : "  BuildKit refuses it, Kiln finds no error.";
}
