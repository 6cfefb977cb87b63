using System.Text.Json.Nodes;
using Kiln.Linting.Scripts;
using Kiln.Primitives;

namespace Kiln.Linting.Reports;

/// <summary>Findings as SARIF 2.1.0, with edits where a rule has them, in a category of their own.</summary>
static class LintSarif
{
    internal static JsonObject Of(IReadOnlyList<LintReport> reports, IReadOnlyList<LintRule> rules)
    {
        var found = reports.SelectMany(x => x.Findings).DistinctBy(x => x.Rule).ToDictionary(x => x.Rule);
        var described = rules.Where(x => found.ContainsKey(x.Id)).Select(Rule).Concat(found.Values.Where(x => ShellCheckCodes.IsOne(x.Rule)).Select(Code));
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "Kiln Lint",
                        ["version"] = KilnVersion.Text,
                        ["rules"] = new JsonArray([.. described]),
                    },
                },
                // What stands before the last slash is GitHub's category.
                ["automationDetails"] = new JsonObject { ["id"] = "kiln/lint/" },
                ["results"] = new JsonArray([.. reports.SelectMany(x => x.Findings.Select(y => Result(x.Source, y)))]),
            }),
        };
    }

    static JsonNode Rule(LintRule rule) => new JsonObject
    {
        ["id"] = rule.Id,
        ["shortDescription"] = new JsonObject { ["text"] = rule.Title },
        ["fullDescription"] = new JsonObject { ["text"] = rule.Title },
        ["help"] = new JsonObject
        {
            ["text"] = rule.Aliases.Count == 0 ? rule.Title : $"{rule.Title} Other tools call it {string.Join(", ", rule.Aliases)}.",
        },
        ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(rule.Severity) },
    };

    // What one of ShellCheck's codes means differs from place to place; its page tells all of it.
    static JsonNode Code(LintFinding finding) => new JsonObject
    {
        ["id"] = finding.Rule,
        ["shortDescription"] = new JsonObject { ["text"] = $"What ShellCheck knows as {finding.Rule}." },
        ["fullDescription"] = new JsonObject { ["text"] = finding.Message },
        ["help"] = new JsonObject { ["text"] = finding.Remedy },
        ["helpUri"] = ShellCheckCodes.PageOf(finding.Rule),
        ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(finding.Severity) },
    };

    static JsonNode Result(SourceText source, LintFinding finding)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule,
            ["level"] = LevelOf(finding.Severity),
            ["message"] = new JsonObject { ["text"] = $"{finding.Message} {finding.Remedy}" },
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = Place(source, finding.Span) }),
            ["partialFingerprints"] = new JsonObject { ["kiln/v1"] = LintFingerprint.Of(source, finding) },
        };
        if (finding.Fix is { } fix)
        {
            result["fixes"] = new JsonArray(new JsonObject
            {
                ["description"] = new JsonObject { ["text"] = finding.Remedy },
                ["artifactChanges"] = new JsonArray(new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = source.Path },
                    ["replacements"] = new JsonArray([.. fix.Edits.Select(x => Replacement(source, x))]),
                }),
            });
        }

        return result;
    }

    static JsonNode Replacement(SourceText source, TextEdit edit) => new JsonObject
    {
        ["deletedRegion"] = Region(source, edit.Span),
        ["insertedContent"] = new JsonObject { ["text"] = edit.NewText },
    };

    static JsonObject Place(SourceText source, SourceSpan span) => new()
    {
        ["artifactLocation"] = new JsonObject { ["uri"] = source.Path },
        ["region"] = Region(source, span),
    };

    static JsonObject Region(SourceText source, SourceSpan span)
    {
        var (start, end) = (source.PositionOf(span.Start), source.PositionOf(span.End));
        return new JsonObject
        {
            ["startLine"] = start.Line,
            ["startColumn"] = start.Column,
            ["endLine"] = end.Line,
            ["endColumn"] = end.Column,
        };
    }

    static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
