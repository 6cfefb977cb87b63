namespace Kiln.Dockerfiles;

/// <summary>The names that a Dockerfile gives to its stages, read from its <c>FROM … AS name</c> lines.</summary>
public static class DockerfileStages
{
    /// <summary>Names in lower case, as BuildKit compares them, in the order of the file; unnamed stages are left out.</summary>
    public static IReadOnlyList<string> NamesIn(string dockerfile) =>
    [
        .. LogicalLines(dockerfile)
            .Select(x => x.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(x => x.Length >= 4 && Is(x[0], "FROM") && Is(x[^2], "AS"))
            .Select(x => x[^1].ToLowerInvariant()),
    ];

    /// <summary>Whether BuildKit would find the stage: by name, or by number.</summary>
    public static bool Has(string dockerfile, string stage) =>
        uint.TryParse(stage, out _) || NamesIn(dockerfile).Contains(stage.ToLowerInvariant());

    static IEnumerable<string> LogicalLines(string dockerfile)
    {
        var started = "";
        foreach (var line in dockerfile.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.TrimStart().StartsWith('#'))
                continue;
            if (line.TrimEnd().EndsWith('\\'))
            {
                started += line.TrimEnd()[..^1] + " ";
                continue;
            }

            yield return started + line;
            started = "";
        }
    }

    static bool Is(string word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
