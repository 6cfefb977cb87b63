using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>
/// Reads what <c>buildx inspect</c> prints: fields of the builder, then each node's behind its name. Lines that begin with a space belong to
/// lists that nobody here asks for.
/// </summary>
static class BuilderReader
{
    // 0.12 and older say 'Buildkit' and 'Flags'.
    static readonly string[] VersionFields = ["BuildKit version", "BuildKit", "Buildkit"];
    static readonly string[] FlagFields = ["BuildKit daemon flags", "Flags"];

    internal static BuilderFacts Read(string output)
    {
        var (head, nodes) = Split(output.Split('\n').Select(x => x.TrimEnd('\r')).ToArray());
        return new BuilderFacts
        {
            Name = Field(head, "Name") ?? "",
            Driver = Field(head, "Driver") ?? "docker",
            Error = Field(head, "Error"),
            Nodes = nodes.Select(ReadNode).ToValueList(),
        };
    }

    static (IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Nodes) Split(string[] lines)
    {
        var start = Array.IndexOf(lines, "Nodes:");
        if (start < 0)
            return (lines, []);
        var nodes = new List<List<string>>();
        foreach (var line in lines.Skip(start + 1))
        {
            if (line.StartsWith("Name:", StringComparison.Ordinal))
                nodes.Add([]);
            if (nodes.Count > 0)
                nodes[^1].Add(line);
        }

        return (lines[..start], nodes);
    }

    static NodeFacts ReadNode(IReadOnlyList<string> lines) => new()
    {
        Name = Field(lines, "Name") ?? "",
        Endpoint = Field(lines, "Endpoint") ?? "",
        Status = Field(lines, "Status") ?? "",
        Error = Field(lines, "Error"),
        BuildKitVersion = Field(lines, VersionFields) ?? "",
        Flags = (Field(lines, FlagFields) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToValueList(),
        HasConfiguration = lines.Any(x => x.StartsWith("File#", StringComparison.Ordinal)),
        Platforms = (Field(lines, "Platforms") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(PlatformOf).OfType<Platform>().ToValueList(),
    };

    // '*' marks those that were asked for; '(+3)' stands for variants.
    static Platform? PlatformOf(string text) =>
        Platform.TryParse(text.Split('(')[0].Trim().TrimEnd('*'), out var platform) ? platform : null;

    static string? Field(IReadOnlyList<string> lines, params string[] names) => names
        .SelectMany(x => lines.Where(y => y.StartsWith($"{x}:", StringComparison.Ordinal)).Select(y => y[(x.Length + 1)..].Trim()))
        .FirstOrDefault();
}
