using Kiln.Primitives;

namespace Kiln.Oci.Registries.Referrers;

/// <summary>Something about an image that lies beside it in the registry, such as an SBOM.</summary>
/// <param name="ArtifactType">By which it is found, for example <c>application/vnd.cyclonedx+json</c>.</param>
/// <param name="Content">Its bytes, whose media type is the artifact's.</param>
public sealed record Attachment(string ArtifactType, ReadOnlyMemory<byte> Content)
{
    /// <summary>Notes for those who list attachments without reading them. Default: none.</summary>
    public ValueMap<string> Annotations { get; init; }
}
