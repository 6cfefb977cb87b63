using System.Runtime.CompilerServices;

namespace Kiln.Tests.Dockerfiles.Syntax;

/// <summary>The Dockerfiles beside these tests.</summary>
static class TestData
{
    public static string Folder { get; } = Path.Combine(Here(), "testdata");

    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.Dockerfile").Order(StringComparer.Ordinal);

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
