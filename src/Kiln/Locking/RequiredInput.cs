namespace Kiln.Locking;

/// <summary>Something from outside that a build needs, and where it says so.</summary>
public abstract record RequiredInput
{
    RequiredInput()
    {
    }

    /// <summary>The line that names it.</summary>
    public required InputPlace Place { get; init; }

    /// <summary>The name under which the lock holds it.</summary>
    public abstract string Key { get; }

    internal abstract LockSection Section { get; }

    /// <summary>
    /// An image for a platform. Its key is the canonical reference as written, with <c>latest</c> where neither tag nor
    /// digest is. A reference with a digest needs an entry too, because the lock says which platforms there are: the
    /// digest is part of the key, and the entry's own digest must equal it.
    /// </summary>
    public sealed record Image(ImageReference Reference, Platform Platform) : RequiredInput
    {
        /// <inheritdoc />
        public override string Key => Reference.WithDefaultTag().ToString();

        internal override LockSection Section => LockSection.Images;
    }

    /// <summary>A file that is downloaded. Its key is the address as written.</summary>
    public sealed record Url(string Address) : RequiredInput
    {
        /// <inheritdoc />
        public override string Key => Address;

        internal override LockSection Section => LockSection.Urls;
    }

    /// <summary>
    /// A git repository at a branch, tag or commit; null means its default branch. Its key is <c>remote#ref</c>, or the
    /// remote alone.
    /// </summary>
    public sealed record Git(string Remote, string? Reference) : RequiredInput
    {
        /// <summary>The only folder that is copied, which the key does not tell. Default: all of it.</summary>
        public string? Subdirectory { get; init; }

        /// <inheritdoc />
        public override string Key => Reference is null ? Remote : $"{Remote}#{Reference}";

        internal override LockSection Section => LockSection.Gits;
    }
}
