namespace Kiln.Oci;

/// <summary>
/// What descriptors say that bytes are: the OCI image specification 1.1, media-types.md, and the Docker types that it
/// lists as equivalent.
/// </summary>
public static class MediaTypes
{
    /// <summary>An index of manifests, usually one a platform.</summary>
    public const string OciIndex = "application/vnd.oci.image.index.v1+json";

    /// <summary>One image for one platform.</summary>
    public const string OciManifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>How an image is run and how it was made.</summary>
    public const string OciConfig = "application/vnd.oci.image.config.v1+json";

    /// <summary>Docker's name for an index.</summary>
    public const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>Docker's name for a manifest.</summary>
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>Docker's name for a config.</summary>
    public const string DockerConfig = "application/vnd.docker.container.image.v1+json";

    /// <summary>Every type of index and manifest: what a registry is asked for.</summary>
    public static IReadOnlyList<string> Manifests { get; } = [OciIndex, OciManifest, DockerIndex, DockerManifest];

    /// <summary>Whether it lists other manifests.</summary>
    public static bool IsIndex(string mediaType) => mediaType is OciIndex or DockerIndex;

    /// <summary>Whether it is one image.</summary>
    public static bool IsManifest(string mediaType) => mediaType is OciManifest or DockerManifest;

    /// <summary>Whether it describes how an image is run.</summary>
    public static bool IsConfig(string mediaType) => mediaType is OciConfig or DockerConfig;
}
