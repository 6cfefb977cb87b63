namespace Kiln.Buildx.Builders;

/// <summary>
/// The BuildKit that Kiln brings where nobody names another: by digest, so that it is the same on every machine without a line in any lock.
/// </summary>
static class BuildKitImages
{
    internal static ImageReference Default { get; } = ImageReference.Parse(
        "moby/buildkit:v0.32.2@sha256:28a898719c18a33f4e8000685287fa36fd0dd9560c6440227d3a732d79bb41d8");

    /// <summary>The same for pods without root.</summary>
    internal static ImageReference Rootless { get; } = ImageReference.Parse(
        "moby/buildkit:v0.32.2-rootless@sha256:504731e577c20559c00f968f33219f30115e70be29ab96728d1d06e963fc494b");
}
