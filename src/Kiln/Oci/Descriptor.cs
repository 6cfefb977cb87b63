using Kiln.Primitives;

namespace Kiln.Oci;

/// <summary>
/// Points at some bytes by digest and size and says what they are (OCI image specification 1.1, descriptor.md).
/// </summary>
public sealed record Descriptor
{
    /// <summary>What the bytes are; see <see cref="MediaTypes"/>.</summary>
    public required string MediaType { get; init; }

    /// <summary>Which bytes.</summary>
    public required Digest Digest { get; init; }

    /// <summary>How many bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What the image behind it runs on, where an index says so. Default: not said.</summary>
    public Platform? Platform { get; init; }

    /// <summary>What an artifact is that is no image, where an index says so. Default: not said.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>Free notes, for example <c>org.opencontainers.image.ref.name</c>. Default: none.</summary>
    public ValueMap<string> Annotations { get; init; }

    /// <summary>
    /// Whether it is BuildKit's provenance or SBOM, which an index lists beside the images that they are about.
    /// </summary>
    public bool IsAttestation => Annotations.ContainsKey("vnd.docker.reference.type");
}
