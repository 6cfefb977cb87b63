using System.ComponentModel;
using System.Diagnostics;

namespace Kiln.Engine.Output.PlanPage;

/// <summary>Opens a file for a person, where that is possible. It is a comfort and never a reason to fail.</summary>
static class Browser
{
    public static void TryOpen(string file, IReadOnlyDictionary<string, string> variables)
    {
        if (!OperatingSystem.IsWindows() && !HasOpener(variables.GetValueOrDefault("PATH") ?? ""))
            return;

        try
        {
            Process.Start(new ProcessStartInfo(file) { UseShellExecute = true })?.Dispose();
        }
        catch (Win32Exception)
        {
            // No program is registered for pages; the path was already printed.
        }
    }

    static bool HasOpener(string path)
    {
        var opener = OperatingSystem.IsMacOS() ? "open" : "xdg-open";
        return path.Split(Path.PathSeparator).Any(x => File.Exists(Path.Combine(x, opener)));
    }
}
