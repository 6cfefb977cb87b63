namespace Kiln.Locking;

/// <summary>
/// A registry that serves another one's bytes: images of <paramref name="Origin"/> (<c>docker.io</c>) are fetched below
/// <paramref name="Replica"/> (<c>harbor.example.com/dockerhub</c>) instead.
/// </summary>
public sealed record Mirror(string Origin, RegistryNamespace Replica)
{
    /// <summary>Whether its word is taken for what a tag means. Default: never.</summary>
    public MirrorAuthority Authority { get; init; }

    /// <summary>Where the mirror holds an image of its origin.</summary>
    public ImageReference Locate(ImageReference image)
    {
        var copy = Replica.Image(image.Repository);
        copy = image.Tag is { } tag ? copy.WithTag(tag) : copy;
        return image.Digest is { } digest ? copy.WithDigest(digest) : copy;
    }
}
