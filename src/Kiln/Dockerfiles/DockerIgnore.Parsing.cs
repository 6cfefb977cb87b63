namespace Kiln.Dockerfiles;

public sealed partial class DockerIgnore
{
    /// <summary>Reads the text of an ignore file; a malformed pattern is an exception that names its line.</summary>
    public static DockerIgnore Parse(string text, string file = ".dockerignore")
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        return new DockerIgnore(lines.SelectMany((line, index) => ParseLine(line, file, index + 1)));
    }

    /// <summary>
    /// The file that counts: <c>&lt;Dockerfile&gt;.dockerignore</c> beside the Dockerfile, else the context's own, else null.
    /// </summary>
    public static string? FileFor(string dockerfile, string context, Func<string, bool> exists) =>
        new[] { $"{dockerfile}.dockerignore", Path.Combine(context, ".dockerignore") }.FirstOrDefault(exists);

    /// <summary>The context's own, else null: for a folder that is no Dockerfile's.</summary>
    public static string? FileOf(string context, Func<string, bool> exists) =>
        Path.Combine(context, ".dockerignore") is var file && exists(file) ? file : null;

    static IEnumerable<DockerIgnorePattern> ParseLine(string line, string file, int number)
    {
        // Only a # in the first column makes a comment.
        var text = line.StartsWith('#') ? "" : line.Trim();
        if (text.Length == 0)
            yield break;

        var isException = text.StartsWith('!');
        var pattern = isException ? text[1..].Trim() : text;
        if (pattern.Length > 0)
            pattern = SlashPath.Clean(pattern);
        if (pattern.Length > 1 && pattern[0] == '/')
            pattern = pattern[1..];

        if (isException && pattern is ("" or "/"))
            throw Malformed(text, file, number, "an exception needs a path after the '!'");
        if (GlobSyntax.FindFault(pattern) is { } fault)
            throw Malformed(text, file, number, fault);

        DockerIgnorePattern compiled;
        try
        {
            compiled = new DockerIgnorePattern(pattern, isException, number);
        }
        catch (ArgumentException)
        {
            // What the syntax allows but no expression can be made of, for instance a range that runs backwards.
            throw Malformed(text, file, number, "a range in brackets runs backwards");
        }

        yield return compiled;
    }

    static KilnException Malformed(string pattern, string file, int line, string fault) => new(
        ErrorCodes.InvalidIgnorePattern,
        $"The pattern '{pattern}' in {file}, line {line}, is malformed: {fault}. " +
        @"A '\' before a character takes it literally.");
}
