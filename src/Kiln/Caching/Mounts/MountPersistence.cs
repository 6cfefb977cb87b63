namespace Kiln.Caching.Mounts;

/// <summary>Whether cache mounts outlive their builder.</summary>
public abstract record MountPersistence
{
    MountPersistence() { }

    /// <summary>They are the builder's own, as BuildKit means them.</summary>
    public static MountPersistence Off { get; } = new Never();

    /// <summary>
    /// Kept on a CI host that Kiln knows and where a cache is shared, since there a builder starts empty; at most
    /// <see cref="On.DefaultMaximumSize"/> for each image. Elsewhere left to the builder.
    /// </summary>
    public static MountPersistence Auto { get; } = new WhereBuildersStartEmpty();

    /// <summary>Kept wherever a cache is shared, up to a size for each image, in bytes. KILN1028 for none.</summary>
    public static MountPersistence UpTo(long maximumSize) => new On(maximumSize);

    /// <summary>See <see cref="Off"/>.</summary>
    public sealed record Never : MountPersistence;

    /// <summary>See <see cref="Auto"/>.</summary>
    public sealed record WhereBuildersStartEmpty : MountPersistence;

    /// <summary>See <see cref="UpTo"/>.</summary>
    /// <param name="MaximumSize">Of all mounts of one image together, unpacked, in bytes.</param>
    public sealed record On(long MaximumSize) : MountPersistence
    {
        /// <summary>1 GB: the layers of the images have to fit into the same cache.</summary>
        public const long DefaultMaximumSize = 1_000_000_000;

        /// <inheritdoc cref="On" path="/param[@name='MaximumSize']" />
        public long MaximumSize { get; init; } = CacheSize.Check("cache mounts", MaximumSize);
    }

    /// <summary>How much is kept in this run; null for nothing.</summary>
    internal long? MaximumSizeIn(CacheRun run) => this switch
    {
        On on => on.MaximumSize,
        WhereBuildersStartEmpty when run.Host != CacheHost.Other => On.DefaultMaximumSize,
        _ => null,
    };
}
