using System.Text;
using System.Text.Json.Nodes;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning.Reports;

/// <summary>
/// Findings about one platform of an image as SARIF 2.1.0, within what GitHub takes: one run a scanner, a category of its own for each image
/// and platform, the 5,000 worst results (https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning).
/// </summary>
static class SarifReport
{
    internal const string FileName = "findings.sarif";

    const int MostResults = 5_000;

    /// <param name="dockerfile">What the alerts are shown at: a path below the repository's root, with forward slashes.</param>
    /// <param name="reports">What each scanner said.</param>
    /// <param name="decision">What became of it.</param>
    internal static JsonObject Of(string dockerfile, IEnumerable<ScanReport> reports, GateDecision decision) => new()
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray([.. reports.Select(x => Run(dockerfile, x, decision))]),
    };

    static JsonObject Run(string dockerfile, ScanReport report, GateDecision decision)
    {
        var judged = decision.Findings.ToDictionary(x => x.Finding);
        var findings = report.Findings
            .Select(x => judged[GateKeeper.AcrossPlatforms(x)] with { Finding = x })
            .OrderByDescending(x => x.Finding.Severity)
            .Take(MostResults).ToArray();
        return new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = report.Scanner.Name,
                    ["version"] = report.Scanner.Version,
                    ["rules"] = new JsonArray([.. findings.Select(x => x.Finding).DistinctBy(x => x.Id).Select(Rule)]),
                },
            },
            // What stands before the last slash is GitHub's category.
            ["automationDetails"] = new JsonObject { ["id"] = $"kiln/{report.Image}/{report.Platform.ToString().Replace('/', '-')}/" },
            ["results"] = new JsonArray([.. findings.Select(x => Result(dockerfile, report, x))]),
        };
    }

    static JsonObject Rule(Finding finding)
    {
        var rule = new JsonObject
        {
            ["id"] = finding.Id,
            ["shortDescription"] = new JsonObject { ["text"] = finding.Title ?? finding.Id },
            // GitHub asks for both of these.
            ["fullDescription"] = new JsonObject { ["text"] = finding.Title ?? finding.Id },
            ["help"] = new JsonObject { ["text"] = HelpOn(finding) },
            ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(finding.Severity) },
            ["properties"] = new JsonObject
            {
                ["security-severity"] = ScoreOf(finding.Severity),
                ["tags"] = new JsonArray("security", TagOf(finding.Class)),
            },
        };
        if (finding.Link is { } link)
            rule["helpUri"] = link;
        return rule;
    }

    static string HelpOn(Finding finding) => finding.Link is { } link
        ? $"{link} tells what it is. Each result tells the package and the version that has it no more."
        : "Each result tells where it is. Exempt it with a reason and a day where it does no harm.";

    static JsonObject Result(string dockerfile, ScanReport report, JudgedFinding judged)
    {
        var finding = judged.Finding;
        var result = new JsonObject
        {
            ["ruleId"] = finding.Id,
            ["level"] = LevelOf(finding.Severity),
            ["message"] = new JsonObject { ["text"] = MessageOf(report, finding) },
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = dockerfile },
                    ["region"] = new JsonObject { ["startLine"] = 1 },
                },
            }),
            ["partialFingerprints"] = new JsonObject { ["kiln/v1"] = FingerprintOf(report, finding) },
        };
        if (judged.Judgement == Judgement.Exempted)
        {
            result["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = "external",
                ["status"] = "accepted",
                ["justification"] = judged.Exemption!.ToString(),
            });
        }

        return result;
    }

    static string MessageOf(ScanReport report, Finding finding)
    {
        var what = finding.Package is { } package ? $"{package} {finding.InstalledVersion}" : finding.Title ?? finding.Id;
        var mended = finding.FixedVersion is { } version ? $"; fixed in {version}" : "";
        var where = finding.File is { } file ? $" at {file}" : "";
        var by = finding.Instruction is { } instruction ? $", made by '{Reporting.InstructionText.Short(instruction)}'" : "";
        return $"{report.Image} ({report.Platform}): {what}{where}{by}{mended}";
    }

    // The same for the same finding in the next build, whatever its layers are.
    static string FingerprintOf(ScanReport report, Finding finding) => Digest.OfBytes(Encoding.UTF8.GetBytes(
        string.Join('\0', report.Image, report.Platform, finding.Id, finding.Package, finding.File))).Hex;

    static string TagOf(FindingClass kind) => kind == FindingClass.OperatingSystem ? "os" : kind.ToString().ToLowerInvariant();

    static string LevelOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical or FindingSeverity.High => "error",
        FindingSeverity.Medium => "warning",
        _ => "note",
    };

    // In the middle of what GitHub calls by these words.
    static string ScoreOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical => "9.5",
        FindingSeverity.High => "8.0",
        FindingSeverity.Medium => "5.5",
        FindingSeverity.Low => "2.0",
        _ => "0.0",
    };
}
