using System.Text.Json.Nodes;
using Kiln.Primitives;
using Kiln.Receipts;

namespace Kiln.Scanning.Trivy;

/// <summary>Lists of what an image is made of, which Trivy makes of its own report.</summary>
static class TrivySbom
{
    /// <summary>The report with the image's name in the place of the folder that was scanned: it is nobody's business, and another in each run.</summary>
    internal static async Task WriteSourceAsync(string report, string destination, ScanSubject subject, CancellationToken cancellationToken)
    {
        var json = JsonNode.Parse(await File.ReadAllBytesAsync(report, cancellationToken))!.AsObject();
        json["ArtifactName"] = subject.Image.Name;
        foreach (var result in json["Results"]?.AsArray() ?? [])
        {
            if ((string?)result!["Target"] is { } target)
                result["Target"] = target.Replace(subject.Layout.Folder, subject.Image.Name, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(destination, json.ToJsonString(), cancellationToken);
    }

    internal static ValueList<string> Arguments(SbomFormat format, string report, string output) =>
        ["convert", "--quiet", "--format", format == SbomFormat.CycloneDx ? "cyclonedx" : "spdx-json", "--output", output, report];
}
