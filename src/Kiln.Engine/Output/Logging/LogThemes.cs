using Serilog.Sinks.SystemConsole.Themes;

namespace Kiln.Engine.Output.Logging;

/// <summary>NUKE's colours for log lines.</summary>
static class LogThemes
{
    const string Value = "\e[38;5;45;1m";
    const string Faint = "\e[38;5;247m";

    public static ConsoleTheme For(ConsolePalette palette) => palette == ConsolePalette.Ansi ? Ansi() : System();

    static AnsiConsoleTheme Ansi() => new(new Dictionary<ConsoleThemeStyle, string>
    {
        [ConsoleThemeStyle.Text] = "\e[39m",
        [ConsoleThemeStyle.SecondaryText] = Faint,
        [ConsoleThemeStyle.TertiaryText] = Faint,
        [ConsoleThemeStyle.Name] = "\e[39;1m",
        [ConsoleThemeStyle.Invalid] = "\e[48;5;45;1m",
        [ConsoleThemeStyle.Null] = Value,
        [ConsoleThemeStyle.Number] = Value,
        [ConsoleThemeStyle.String] = Value,
        [ConsoleThemeStyle.Boolean] = Value,
        [ConsoleThemeStyle.Scalar] = Value,
        [ConsoleThemeStyle.LevelVerbose] = "\e[90;1m",
        [ConsoleThemeStyle.LevelDebug] = "\e[39;1m",
        [ConsoleThemeStyle.LevelInformation] = Value,
        [ConsoleThemeStyle.LevelWarning] = "\e[38;5;214;1m",
        [ConsoleThemeStyle.LevelError] = "\e[38;5;196;1m",
        [ConsoleThemeStyle.LevelFatal] = "\e[38;5;231;1m\e[48;5;196m",
    });

    static SystemConsoleTheme System() => new(new Dictionary<ConsoleThemeStyle, SystemConsoleThemeStyle>
    {
        [ConsoleThemeStyle.Text] = new(),
        [ConsoleThemeStyle.SecondaryText] = Color(ConsoleColor.Gray),
        [ConsoleThemeStyle.TertiaryText] = Color(ConsoleColor.Gray),
        [ConsoleThemeStyle.Name] = Color(ConsoleColor.Blue),
        [ConsoleThemeStyle.Invalid] = Color(ConsoleColor.DarkRed),
        [ConsoleThemeStyle.Null] = Color(ConsoleColor.Magenta),
        [ConsoleThemeStyle.Number] = Color(ConsoleColor.Magenta),
        [ConsoleThemeStyle.String] = Color(ConsoleColor.Magenta),
        [ConsoleThemeStyle.Boolean] = Color(ConsoleColor.Magenta),
        [ConsoleThemeStyle.Scalar] = Color(ConsoleColor.Magenta),
        [ConsoleThemeStyle.LevelVerbose] = Color(ConsoleColor.Gray),
        [ConsoleThemeStyle.LevelDebug] = new(),
        [ConsoleThemeStyle.LevelInformation] = Color(ConsoleColor.Cyan),
        [ConsoleThemeStyle.LevelWarning] = Color(ConsoleColor.Yellow),
        [ConsoleThemeStyle.LevelError] = Color(ConsoleColor.Red),
        [ConsoleThemeStyle.LevelFatal] = new() { Foreground = ConsoleColor.White, Background = ConsoleColor.Red },
    });

    static SystemConsoleThemeStyle Color(ConsoleColor foreground) => new() { Foreground = foreground };
}
