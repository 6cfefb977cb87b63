using Kiln.Reporting;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning.Reports;

/// <summary>Findings for people, what to mend first before all others.</summary>
static class FindingTable
{
    static readonly string[] Header = ["Severity", "Finding", "Package", "Version", "Fixed in", "Where", "Made by"];

    internal static IEnumerable<string> Lines(IEnumerable<JudgedFinding> findings) =>
        TextTable.Lines([Header, .. findings.Select(Row)]);

    static string[] Row(JudgedFinding judged)
    {
        var finding = judged.Finding;
        return
        [
            finding.Severity.ToString().ToLowerInvariant(),
            finding.Id,
            finding.Package ?? finding.Title ?? "-",
            finding.InstalledVersion ?? "-",
            finding.FixedVersion ?? "-",
            Where(judged),
            finding.Instruction is { } instruction ? InstructionText.Short(instruction) : "-",
        ];
    }

    static string Where(JudgedFinding judged)
    {
        var platforms = string.Join(", ", judged.Platforms.Select(x => x.ToString()));
        return judged.Finding.File is { } file ? $"{platforms} {file}" : platforms;
    }
}
