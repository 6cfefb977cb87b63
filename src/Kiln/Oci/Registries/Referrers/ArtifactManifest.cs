using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Oci.Registries.Referrers;

/// <summary>
/// The manifest of an artifact that refers to an image (OCI image specification 1.1, manifest.md, "Guidelines for Artifact Usage"). The same
/// content for the same image has the same bytes, so that it is attached once however often it is pushed.
/// </summary>
sealed record ArtifactManifest(byte[] Bytes, Descriptor Blob, Descriptor Descriptor)
{
    internal const string EmptyType = "application/vnd.oci.empty.v1+json";

    internal static readonly byte[] EmptyContent = "{}"u8.ToArray();

    /// <summary>What stands where an image has its config.</summary>
    internal static readonly Descriptor Empty = Describe(EmptyType, EmptyContent);

    internal static ArtifactManifest Of(Descriptor subject, Attachment attachment)
    {
        var blob = Describe(attachment.ArtifactType, attachment.Content.Span);
        var manifest = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = MediaTypes.OciManifest,
            ["artifactType"] = attachment.ArtifactType,
            ["config"] = Json(Empty),
            ["layers"] = new JsonArray(Json(blob)),
            ["subject"] = Json(subject),
        };
        if (attachment.Annotations.Count > 0)
            manifest["annotations"] = new JsonObject(attachment.Annotations.Select(x => KeyValuePair.Create(x.Key, (JsonNode?)x.Value)));
        var bytes = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        var descriptor = Describe(MediaTypes.OciManifest, bytes) with { ArtifactType = attachment.ArtifactType, Annotations = attachment.Annotations };
        return new ArtifactManifest(bytes, blob, descriptor);
    }

    /// <summary>As an index lists it.</summary>
    internal static JsonObject Json(Descriptor descriptor)
    {
        var json = new JsonObject { ["mediaType"] = descriptor.MediaType, ["digest"] = descriptor.Digest.ToString(), ["size"] = descriptor.Size };
        if (descriptor.ArtifactType is { } type)
            json["artifactType"] = type;
        if (descriptor.Annotations.Count > 0)
            json["annotations"] = new JsonObject(descriptor.Annotations.Select(x => KeyValuePair.Create(x.Key, (JsonNode?)x.Value)));
        return json;
    }

    static Descriptor Describe(string mediaType, ReadOnlySpan<byte> bytes) =>
        new() { MediaType = mediaType, Digest = Digest.OfBytes(bytes), Size = bytes.Length };
}
