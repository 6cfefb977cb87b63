using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Oci.Registries.Referrers;

/// <summary>
/// Where a registry without the referrers API keeps what refers to a digest: an index under a tag of the digest's name (OCI distribution
/// specification 1.1, "Referrers Tag Schema").
/// </summary>
static class ReferrersTag
{
    const int LongestAlgorithm = 32;
    const int LongestHash = 64;

    internal static string Of(Digest digest) =>
        $"{Cut(digest.Algorithm, LongestAlgorithm)}-{Cut(digest.Hex, LongestHash)}";

    /// <summary>The index with one more entry; null where it has that entry.</summary>
    internal static byte[]? Add(byte[]? index, Descriptor referrer)
    {
        var json = index is null
            ? new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = MediaTypes.OciIndex, ["manifests"] = new JsonArray() }
            : JsonNode.Parse(index)!.AsObject();
        var manifests = json["manifests"]!.AsArray();
        if (manifests.Any(x => (string?)x!["digest"] == referrer.Digest.ToString()))
            return null;
        manifests.Add(ArtifactManifest.Json(referrer));
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
