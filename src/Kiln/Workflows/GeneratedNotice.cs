namespace Kiln.Workflows;

/// <summary>What stands above what Kiln wrote, for people who would edit it, and for Kiln to know it by.</summary>
static class GeneratedNotice
{
    internal const string Mark = "Written by Kiln";

    internal static IEnumerable<string> Lines(params IEnumerable<Pipeline> pipelines) =>
    [
        $"{Mark} from the build's {Named(pipelines.Select(x => $"'{x.Name}'").ToArray())}.",
        "Edits are lost: change the C# that describes it, and run ./build.sh GenerateWorkflow.",
    ];

    /// <summary>Whether Kiln wrote a file.</summary>
    internal static bool IsIn(string text) => text.StartsWith($"# {Mark} ", StringComparison.Ordinal);

    static string Named(string[] names) => names.Length == 1 ? $"pipeline {names[0]}" : $"pipelines {string.Join(", ", names)}";
}
