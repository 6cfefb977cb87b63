using Kiln.Engine.Execution;
using Nuke.Common;

namespace Kiln.Engine.Output;

/// <summary>
/// Lines that the engine and its hosts write themselves, past the log: headers, the table, commands to a CI host.
/// </summary>
static class HostConsole
{
    public static void Debug(string text = "") => Write(LineKind.Debug, text);

    public static void Information(string text = "") => Write(LineKind.Information, text);

    public static void Success(string text) => Write(LineKind.Success, text);

    public static void Warning(string text) => Write(LineKind.Warning, text);

    public static void Error(string text) => Write(LineKind.Error, text);

    /// <summary>Exactly this text and a line end, for example a workflow command.</summary>
    public static void Raw(string text) => Console.Out.WriteLine(text);

    public static void Write(LineKind kind, string text) => Palette.WriteLine(Console.Out, kind, text);

    static ConsolePalette Palette
        => Host.Instance?.Palette ??
           ConsolePalette.For(BuildRun.Current.Environment.Variables.GetValueOrDefault("TERM"));
}
