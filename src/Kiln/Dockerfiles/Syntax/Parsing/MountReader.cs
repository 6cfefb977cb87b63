namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Reads the options of a mount from a flag's value.</summary>
static class MountReader
{
    public static IReadOnlyList<MountOption> Read(string source, Flag flag, SyntaxDiagnostics diagnostics)
    {
        if (flag.ValueText is { IsEmpty: false } value && CsvFields.Read(source, value) is { } fields)
            return [.. fields.Select(Option)];

        diagnostics.Error(
            flag.ValueSpan,
            $"{SyntaxDiagnostics.Quote(flag.Value ?? "")} is no list of options; write type=cache,target=/path, and "
            + "quote a whole name=value where it has a comma.");
        return [];
    }

    static MountOption Option(LogicalText field)
    {
        var equals = field.Text.IndexOf('=');
        var end = field.Text.Length;
        return equals < 0
            ? new MountOption(field.Text.ToLowerInvariant(), null, field.Span, field.SpanOf(end, 0))
            : new MountOption(
                field.Text[..equals].ToLowerInvariant(),
                field.Text[(equals + 1)..],
                field.Span,
                field.SpanOf(equals + 1, end - equals - 1));
    }
}
