namespace Kiln.Engine.Output;

/// <summary>How lines look: with 256 colours written as escape sequences, or with the console's own sixteen.</summary>
abstract class ConsolePalette
{
    /// <summary>An empty line is a zero width space: some hosts swallow lines that are really empty.</summary>
    public const string EmptyLine = "\u200B";

    public static ConsolePalette Ansi { get; } = new AnsiPalette();

    public static ConsolePalette System { get; } = new SystemPalette();

    /// <summary>Terminals of the xterm family get colours even when output is redirected, as with NUKE.</summary>
    public static ConsolePalette For(string? terminal)
        => terminal?.StartsWith("xterm", StringComparison.OrdinalIgnoreCase) == true ? Ansi : System;

    public abstract void WriteLine(TextWriter output, LineKind kind, string text);

    public abstract string Format(LineKind kind, string text);
}
