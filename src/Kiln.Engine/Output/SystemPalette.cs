namespace Kiln.Engine.Output;

/// <summary>Plain when redirected, because the console then ignores colours.</summary>
sealed class SystemPalette : ConsolePalette
{
    public override void WriteLine(TextWriter output, LineKind kind, string text)
    {
        var color = Color(kind);

        if (color is { } foreground)
            Console.ForegroundColor = foreground;

        output.WriteLine(Format(kind, text));

        if (color is not null)
            Console.ResetColor();
    }

    public override string Format(LineKind kind, string text) => string.IsNullOrWhiteSpace(text) ? EmptyLine : text;

    static ConsoleColor? Color(LineKind kind) => kind switch
    {
        LineKind.Verbose => ConsoleColor.Gray,
        LineKind.Information => ConsoleColor.Cyan,
        LineKind.Success => ConsoleColor.Green,
        LineKind.Warning => ConsoleColor.Yellow,
        LineKind.Error => ConsoleColor.Red,
        _ => null,
    };
}
