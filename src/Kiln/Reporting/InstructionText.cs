namespace Kiln.Reporting;

/// <summary>The instruction behind a layer as a person wrote it, in one line.</summary>
static class InstructionText
{
    const int Width = 90;
    const string Shell = "RUN /bin/sh -c ";

    // BuildKit notes the shell that ran a step and itself; neither stands in the Dockerfile.
    internal static string Short(string? instruction)
    {
        if (instruction is null)
            return "(the image's history does not say by what)";
        var text = string.Join(' ', instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text = text.EndsWith(" # buildkit", StringComparison.Ordinal) ? text[..^" # buildkit".Length] : text;
        text = text.StartsWith(Shell, StringComparison.Ordinal) ? "RUN " + text[Shell.Length..] : text;
        return text.Length <= Width ? text : text[..(Width - 1)] + "…";
    }
}
