using System.Text;
using System.Text.Json;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning.Reports;

/// <summary>
/// The exemptions of an image as Trivy takes them, for people who run it by hand (https://trivy.dev/latest/docs/configuration/filtering/). It
/// knows packages by their type only, so an exemption for a package says so in its words and counts for all.
/// </summary>
static class TrivyIgnoreFile
{
    internal const string FileName = ".trivyignore.yaml";

    internal static string Of(IEnumerable<Exemption> exemptions)
    {
        var known = exemptions.Where(x => !x.Id.StartsWith("KILN-", StringComparison.Ordinal)).ToLookup(x => IsVulnerability(x.Id));
        return Section("vulnerabilities", known[true]) + Section("secrets", known[false]);
    }

    static string Section(string name, IEnumerable<Exemption> exemptions)
    {
        var text = new StringBuilder();
        foreach (var x in exemptions)
        {
            text.Append("  - id: ").Append(Quoted(x.Id)).Append('\n');
            if (x.File is { } file)
                text.Append("    paths:\n      - ").Append(Quoted(file.TrimStart('/'))).Append('\n');
            // Trivy's is the first day on which it counts no more.
            text.Append("    expired_at: ").Append(x.Expires.AddDays(1).ToString("yyyy-MM-dd", null)).Append('\n');
            text.Append("    statement: ").Append(Quoted(x.Package is null ? x.Reason : $"{x.Reason} (only in {x.Package})")).Append('\n');
        }

        return text.Length == 0 ? "" : $"{name}:\n{text}";
    }

    // Rules for secrets are words, vulnerabilities have a year or a hash behind the name of who counts them.
    static bool IsVulnerability(string id) => char.IsAsciiLetterUpper(id[0]) && id.Contains('-', StringComparison.Ordinal);

    // JSON's text is YAML's too.
    static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
