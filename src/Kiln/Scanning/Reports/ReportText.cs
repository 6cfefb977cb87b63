namespace Kiln.Scanning.Reports;

/// <summary>Report files are written in one step, so that no tool finds half of one.</summary>
static class ReportText
{
    internal static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }
}
