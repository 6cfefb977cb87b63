namespace Kiln.EndToEnd.Packages;

/// <summary>What a guide tells its readers to type.</summary>
static class Guide
{
    /// <summary>The lines of its blocks of commands, in their order: those that name no language.</summary>
    internal static IEnumerable<string> Commands(string page) => CommandsOf(Path.Combine(Repository.Root, "docs", "guides", page));

    /// <inheritdoc cref="Commands" />
    internal static IEnumerable<string> CommandsOf(string file)
    {
        string? language = null;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                language = language is null ? line[3..] : null;
            else if (language == "")
                yield return line;
        }
    }
}
