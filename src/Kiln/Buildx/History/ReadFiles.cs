using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Buildx.History;

/// <summary>Which files of the folders that are sent a step reads.</summary>
static class ReadFiles
{
    /// <summary>The folders by name, the image's own under none, and the patterns that are read of each.</summary>
    internal static IEnumerable<(string Context, IReadOnlyList<string> Patterns)> Of(Instruction instruction) => instruction switch
    {
        CopyInstruction copy => [(copy.From?.Value ?? "", Texts(copy.Sources))],
        AddInstruction add => [("", Texts(add.Sources))],
        RunInstruction run => run.Mounts.Where(x => x.Type == "bind")
            .Select(x => (x.From?.Text ?? "", (IReadOnlyList<string>)[x.Source?.Text ?? "."])),
        _ => [],
    };

    /// <summary>Whether a pattern takes a file: itself, or a folder above it.</summary>
    internal static bool Takes(IEnumerable<string> patterns, string path) => patterns.Any(x => Takes(x, path));

    static bool Takes(string pattern, string path)
    {
        var cleaned = SlashPath.Clean(pattern.Trim('"')).Trim('/');
        if (cleaned is "" or ".")
            return true;
        var match = new DockerIgnorePattern(cleaned, isException: false, line: 1);
        return Enumerable.Range(1, path.Length).Where(x => x == path.Length || path[x] == '/').Any(x => match.IsMatch(path[..x]));
    }

    static IReadOnlyList<string> Texts(IReadOnlyList<Word> words) => [.. words.Select(x => x.Text)];
}
