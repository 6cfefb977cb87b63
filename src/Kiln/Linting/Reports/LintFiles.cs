using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Primitives;

namespace Kiln.Linting.Reports;

/// <summary>All formats of one run, for people and for what reads after them.</summary>
static class LintFiles
{
    internal const string Text = "lint.txt";
    internal const string Json = "lint.json";
    internal const string Sarif = "lint.sarif";
    internal const string CodeQuality = "gl-code-quality-report.json";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes each whole file in one step; files of an earlier run are replaced.</summary>
    /// <param name="folder">Made where it is missing.</param>
    /// <param name="reports">Of all files.</param>
    /// <param name="rules">Those that judged.</param>
    /// <param name="shortfall">What did not judge, and why; null where all did.</param>
    internal static void Write(string folder, IReadOnlyList<LintReport> reports, IReadOnlyList<LintRule> rules, string? shortfall)
    {
        var texts = reports.Where(x => x.Findings.Count > 0).Select(LintText.Of);
        WholeFile.Write(Path.Combine(folder, Text), string.Join("\n", shortfall is null ? texts : texts.Append(shortfall + "\n")));
        Write(folder, Json, LintJson.Of(reports));
        Write(folder, Sarif, LintSarif.Of(reports, rules));
        Write(folder, CodeQuality, GitLabCodeQuality.Of(reports));
    }

    static void Write(string folder, string name, JsonNode content) => WholeFile.Write(Path.Combine(folder, name), content.ToJsonString(Indented) + "\n");
}
