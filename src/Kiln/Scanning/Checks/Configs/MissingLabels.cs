using Kiln.Oci;

namespace Kiln.Scanning.Checks.Configs;

/// <summary>The labels by which people find the source of an image that they meet somewhere (OCI image specification 1.1, annotations.md).</summary>
static class MissingLabels
{
    internal const string Id = "KILN-NO-SOURCE-LABELS";

    static readonly string[] Wanted = ["org.opencontainers.image.revision", "org.opencontainers.image.source"];

    internal static IEnumerable<Finding> Check(ImageConfig config)
    {
        if (Wanted.Where(x => !config.Labels.TryGetValue(x, out var value) || value.Length == 0).ToArray() is not [_, ..] missing)
            yield break;
        yield return new Finding(Id, FindingClass.Misconfiguration, FindingSeverity.Low)
        {
            Title = $"does not say where it comes from: no label {string.Join(" and ", missing)}",
        };
    }
}
