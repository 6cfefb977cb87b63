using Kiln.Contexts;

namespace Kiln.Reporting;

/// <summary>How much is sent to BuildKit, in a line for people, before it is sent.</summary>
public static class ContextSummary
{
    // Below this nobody waits for it; above, a .dockerignore is worth a thought.
    const long WorthALook = 10_000_000;
    const int FilesShown = 3;

    /// <summary>Files and bytes, and the largest files where there are many bytes.</summary>
    public static string Line(string image, StagedContext context)
    {
        var line = $"Context   {image}: {context.Files} {(context.Files == 1 ? "file" : "files")}, {HumanUnits.Size(context.Bytes)}";
        return context.Bytes < WorthALook
            ? line
            : $"{line}; the largest are {string.Join(", ", context.LargestFiles.Take(FilesShown).Select(x => $"{x.Path} ({HumanUnits.Size(x.Bytes)})"))}";
    }

    /// <summary>What is sent for nothing, and the line that leaves it out.</summary>
    public static IEnumerable<string> Warnings(string image, StagedContext context) => context.Findings.Select(x =>
        $"Context   {image}: {x.Path} ({HumanUnits.Size(x.Bytes)}) is sent: {x.What}. A line '{x.IgnoreLine}' in its .dockerignore leaves it out");
}
