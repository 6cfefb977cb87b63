using System.Globalization;
using System.Text.Json.Nodes;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning.Reports;

/// <summary>
/// The exemptions of an image as OpenVEX 0.2.0 (https://github.com/openvex/spec): what does no harm is <c>not_affected</c>, what is only borne for a
/// while is <c>affected</c>, with what is done about it.
/// </summary>
static class OpenVex
{
    internal const string FileName = "openvex.json";

    /// <param name="image">The image's digest, by which its statements are known.</param>
    /// <param name="name">Its name.</param>
    /// <param name="time">When it was judged.</param>
    /// <param name="exempted">Findings that were let pass, with their exemptions.</param>
    internal static JsonObject Of(Digest image, string name, DateTimeOffset time, IEnumerable<JudgedFinding> exempted) => new()
    {
        ["@context"] = "https://openvex.dev/ns/v0.2.0",
        ["@id"] = $"urn:kiln:vex:{image.Hex}",
        ["author"] = "Kiln, for those who wrote the exemptions",
        ["timestamp"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["version"] = 1,
        ["statements"] = new JsonArray([.. exempted
            .Where(x => x.Finding.Class is FindingClass.OperatingSystem or FindingClass.Language)
            .GroupBy(x => (x.Finding.Id, x.Exemption))
            .Select(x => (JsonNode)Statement(image, name, x.Key.Id, x.Key.Exemption!))]),
    };

    static JsonObject Statement(Digest image, string name, string id, Exemption exemption)
    {
        var statement = new JsonObject
        {
            ["vulnerability"] = new JsonObject { ["name"] = id },
            // https://github.com/package-url/purl-spec, type oci: the name is the last part of the repository, the version its digest.
            ["products"] = new JsonArray(new JsonObject { ["@id"] = $"pkg:oci/{Uri.EscapeDataString(name.Split('/')[^1])}@{Uri.EscapeDataString(image.ToString())}" }),
            ["status"] = exemption.IsHarmless ? "not_affected" : "affected",
        };
        statement[exemption.IsHarmless ? "impact_statement" : "action_statement"] = $"{exemption.Reason} (until {exemption.Expires:yyyy-MM-dd})";
        return statement;
    }
}
