using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kiln.Scaffolding.Writing;

/// <summary>Puts the parts of a Dockerfile together.</summary>
static class DockerfileText
{
    const int Width = 110;

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The parts that there are, with an empty line between them; lines that turned out empty are left out.</summary>
    public static string Of(params string?[] parts) =>
        $"{string.Join("\n\n", parts.Where(x => !string.IsNullOrWhiteSpace(x)).Select(x => WithoutEmptyLines(x!)))}\n";

    /// <summary>A Dockerfile below the line that says where it comes from.</summary>
    /// <param name="marker">The file that the project was recognised by, from the folder that is sent.</param>
    /// <param name="text">All that follows.</param>
    public static string WithHead(string marker, string text) =>
        $"# Written by Kiln ('./build.sh Scaffold') for {marker}. It is yours to edit: it is written anew only with --overwrite-files.\n\n{text}";

    /// <summary>Lines that there are, one below the other.</summary>
    public static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(x => !string.IsNullOrEmpty(x)));

    /// <summary>A RUN with one mount a line, and the command at the end.</summary>
    public static string Run(IEnumerable<string> mounts, params IEnumerable<string> commands) =>
        "RUN " + string.Join(" \\\n    ", [.. mounts.Select(x => $"--mount={x}"), .. AllOf(commands)]);

    /// <summary>A cache that later builds find again.</summary>
    public static string Cache(string target) => $"type=cache,target={target}";

    /// <summary>A cache that one step at a time may write to.</summary>
    public static string LockedCache(string target) => $"type=cache,target={target},sharing=locked";

    /// <summary>A file of the context that a step sees and no layer keeps.</summary>
    public static string Bind(string source, string? target = null) => $"type=bind,source={source},target={target ?? source}";

    /// <summary>A COPY that breaks its line where it gets long, and stands spaces.</summary>
    public static string Copy(IEnumerable<string> sources, string target, string flags = "")
    {
        string[] words = [.. sources, target];
        var start = flags.Length == 0 ? "COPY" : $"COPY {flags}";
        if (words.Any(x => x.Any(char.IsWhiteSpace)))
            return $"{start} {Json(words)}";
        var line = $"{start} {string.Join(' ', words)}";
        return line.Length <= Width ? line : $"{start} {string.Join(" \\\n    ", words)}";
    }

    /// <summary>Words in the exec form.</summary>
    public static string Json(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(x => JsonSerializer.Serialize(x, Plain)))}]";

    /// <summary>A command with paths, which breaks its line where it gets long.</summary>
    public static string Command(string name, IEnumerable<string> paths)
    {
        string[] words = [name, .. paths.Select(Word)];
        var line = string.Join(' ', words);
        return line.Length <= Width ? line : string.Join(" \\\n      ", words);
    }

    /// <summary>A word of a shell.</summary>
    public static string Word(string text) => text.All(x => char.IsAsciiLetterOrDigit(x) || "-_./@:=+,".Contains(x)) ? text : $"'{text.Replace("'", "'\\''")}'";

    /// <summary>The title that tools show for the image.</summary>
    public static string Title(string name) => $"LABEL org.opencontainers.image.title=\"{name}\"";

    public static string? Expose(int? port) => port is null ? null : $"EXPOSE {port}";

    static IEnumerable<string> AllOf(IEnumerable<string> commands)
    {
        var all = commands.ToArray();
        return all.Select((x, i) => i < all.Length - 1 ? $"{x} &&" : x);
    }

    static string WithoutEmptyLines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(x => x.Trim().Length > 0).Select(x => x.TrimEnd()));
}
