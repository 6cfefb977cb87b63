using Kiln.Dockerfiles;
using Kiln.Primitives;

namespace Kiln.Agreement.BuildKit;

/// <summary>
/// Reads frontend/dockerfile/parser of moby/buildkit, or a part of it: a Dockerfile with a <c>result</c> beside it is to
/// give that tree, one without is to be refused.
/// </summary>
static class BuildKitCases
{
    public static IEnumerable<(string Name, string? Difference)> In(string folder) =>
        from file in Directory.EnumerateFiles(folder, "Dockerfile", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let own = Path.GetDirectoryName(file)!
        select (Path.GetRelativePath(folder, own), File.Exists(Path.Combine(own, "result")) ? CompareTree(file) : CompareRefusal(file));

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
