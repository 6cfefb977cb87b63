using Kiln.Oci.Registries;

namespace Kiln.Pushing;

/// <summary>An image in a registry, whether it was pushed or promoted.</summary>
/// <param name="Name">As the build calls it.</param>
/// <param name="Place">Where it is, under which tags.</param>
public sealed record PublishedImage(string Name, PushResult Place)
{
    /// <summary>What its tags point to.</summary>
    public Digest Digest => Place.Image.Digest!;
}
