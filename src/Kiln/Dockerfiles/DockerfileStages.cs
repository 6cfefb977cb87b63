using System.Text.RegularExpressions;

namespace Kiln.Dockerfiles;

/// <summary>The stages of a Dockerfile, read from its <c>FROM … AS name</c> lines.</summary>
public static partial class DockerfileStages
{
    /// <summary>Names in lower case, as BuildKit compares them, in the order of the file; unnamed stages are left out.</summary>
    public static IReadOnlyList<string> NamesIn(string dockerfile) =>
    [
        .. Stages(dockerfile).Where(x => x.Length >= 4 && Is(x[^2], "AS")).Select(x => x[^1].ToLowerInvariant()),
    ];

    /// <summary>Whether BuildKit would find the stage: by name, or by its number, counted from 0.</summary>
    public static bool Has(string dockerfile, string stage) =>
        uint.TryParse(stage, out var number)
            ? number < Stages(dockerfile).Count()
            : NamesIn(dockerfile).Contains(stage.ToLowerInvariant());

    static IEnumerable<string[]> Stages(string dockerfile) => Instructions(dockerfile)
        .Select(x => x.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Where(x => x.Length >= 2 && Is(x[0], "FROM"));

    // Comments and empty lines do not end an instruction that goes on (docs.docker.com/reference/dockerfile, Format).
    static IEnumerable<string> Instructions(string dockerfile)
    {
        var lines = dockerfile.Split('\n').Select(x => x.Trim()).ToArray();
        var escape = EscapeOf(lines);
        var started = "";
        foreach (var line in lines.Where(x => x.Length > 0 && !x.StartsWith('#')))
        {
            var goesOn = line.EndsWith(escape);
            started += goesOn ? line[..^1] + " " : line;
            if (goesOn)
                continue;
            yield return started;
            started = "";
        }

        yield return started;
    }

    // Directives stand above everything else; '# escape=`' lets paths of Windows end in a backslash.
    static char EscapeOf(IEnumerable<string> lines) => lines
        .TakeWhile(x => Directive().IsMatch(x))
        .Select(x => EscapeDirective().Match(x))
        .FirstOrDefault(x => x.Success)?.Groups[1].Value[0] ?? '\\';

    static bool Is(string word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^#\s*\w+\s*=")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^#\s*escape\s*=\s*([\\`])$", RegexOptions.IgnoreCase)]
    private static partial Regex EscapeDirective();
}
