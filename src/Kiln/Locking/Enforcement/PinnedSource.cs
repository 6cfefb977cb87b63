namespace Kiln.Locking.Enforcement;

/// <summary>A source that a build may fetch, and what exactly is fetched for it.</summary>
public abstract record PinnedSource
{
    PinnedSource() { }

    /// <summary>An image.</summary>
    /// <param name="Written">As the Dockerfile names it, with its tag or digest.</param>
    /// <param name="Place">Where its bytes come from: the origin or a mirror, with the digest.</param>
    public sealed record Image(ImageReference Written, ImageReference Place) : PinnedSource;

    /// <summary>A download.</summary>
    /// <param name="Address">As BuildKit names it.</param>
    /// <param name="Checksum">What it must hash to; null where the Dockerfile itself demands something.</param>
    public sealed record Url(string Address, Digest? Checksum) : PinnedSource;

    /// <summary>A repository.</summary>
    /// <param name="Identifier">As BuildKit names what the Dockerfile says.</param>
    /// <param name="Pinned">The same at a commit.</param>
    public sealed record Git(string Identifier, string Pinned) : PinnedSource;

    /// <summary>Something that is not pinned, since the build says so.</summary>
    public sealed record Float(string Wildcard) : PinnedSource;
}
