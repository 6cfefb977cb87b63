namespace Kiln.Engine.Output;

/// <summary>The three lines that announce a target on hosts that cannot fold output.</summary>
static class BlockHeader
{
    public static void Write(ConsolePalette palette, string text)
    {
        HostConsole.Debug();
        HostConsole.Debug("╬" + new string('═', text.Length + 5));
        foreach (var line in text.Split(Environment.NewLine))
            HostConsole.Debug($"║ {palette.Format(LineKind.Information, line)}");
        HostConsole.Debug("╬" + new string('═', Math.Max(text.Length - 4, 2)));
        HostConsole.Debug();
    }
}
