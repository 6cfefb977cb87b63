namespace Kiln.Engine.Output;

sealed class AnsiPalette : ConsolePalette
{
    public override void WriteLine(TextWriter output, LineKind kind, string text)
        => output.WriteLine(Format(kind, text));

    public override string Format(LineKind kind, string text)
        => string.IsNullOrWhiteSpace(text) ? EmptyLine : $"{Code(kind)}{text}\e[0m";

    static string Code(LineKind kind) => kind switch
    {
        LineKind.Verbose => "\e[90;1m",
        LineKind.Information => "\e[38;5;45;1m",
        LineKind.Success => "\e[32;1m",
        LineKind.Warning => "\e[38;5;214;1m",
        LineKind.Error => "\e[38;5;196;1m",
        _ => "\e[39;1m",
    };
}
