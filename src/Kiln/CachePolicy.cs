using Kiln.Caching;
using Kiln.Caching.Backends;
using Kiln.Primitives;

namespace Kiln;

/// <summary>Where the results of build steps are kept for other machines. What a builder keeps for itself is always used.</summary>
public abstract record CachePolicy
{
    CachePolicy() { }

    /// <summary>GitHub's cache on GitHub, the project's registry on GitLab, and elsewhere nothing beside the builder's own.</summary>
    public static CachePolicy Auto { get; } = new OfHost();

    /// <summary>Nothing beside what the builder keeps.</summary>
    public static CachePolicy None { get; } = new Several([]);

    /// <summary>GitHub's cache service; there, and nowhere else.</summary>
    public static CachePolicy GitHub { get; } = In(new GitHubCache());

    /// <summary>A registry: <c>harbor.example.com/myproject/cache</c> holds one repository for each image.</summary>
    public static CachePolicy Registry(RegistryNamespace place) => In(new RegistryCache(place));

    /// <summary>A folder that outlives the builder: a mounted disk, or what a CI host's own cache keeps. Cap: 10 GB.</summary>
    public static CachePolicy Folder(string path) => In(new FolderCache(path));

    /// <summary>A bucket of Amazon S3, or of something that speaks like it; the usual AWS variables and files hold the credentials.</summary>
    public static CachePolicy S3(string bucket, string region) => In(new S3Cache(bucket, region));

    /// <summary>Azure Blob Storage; <c>BUILDKIT_AZURE_STORAGE_*</c> or the builder's identity hold the credentials.</summary>
    public static CachePolicy AzureBlob(Uri account, string container) => In(new AzureBlobCache(account, container));

    /// <summary>Inside the image, with its last stage's steps only; read from where the image was pushed. It changes the digest.</summary>
    public static CachePolicy Inline(RegistryNamespace pushedTo) => In(new InlineCache(pushedTo));

    /// <summary>
    /// Anything that buildx knows, in its words: <c>type=…,key=value</c>, where <c>{image}</c>, <c>{platforms}</c> and <c>{ref}</c>
    /// stand for what tells caches apart. What is written must name them, or two images overwrite each other (KILN1029).
    /// </summary>
    public static CachePolicy Custom(string from, string? to = null) => In(new CustomCache(from, to));

    /// <summary>A backend with options of its own.</summary>
    public static CachePolicy In(CacheBackend backend) => new Backend(backend);

    /// <summary>Several at once: all are read, in this order, and all are written.</summary>
    public static CachePolicy All(params IEnumerable<CachePolicy> policies) => new Several(policies.ToValueList());

    /// <summary>The backends that this means in such a run.</summary>
    public abstract IEnumerable<CacheBackend> BackendsIn(CacheRun run);

    /// <summary>Why there is none in such a run, as a clause, where somebody may miss one; null where nobody asked for any.</summary>
    internal virtual string? MissingIn(CacheRun run) => null;

    /// <inheritdoc cref="Auto" />
    public sealed record OfHost : CachePolicy
    {
        /// <inheritdoc />
        public override IEnumerable<CacheBackend> BackendsIn(CacheRun run) => run.Host switch
        {
            CacheHost.GitHub => [new GitHubCache()],
            CacheHost.GitLab when run.ProjectRegistry is { } place => [new RegistryCache(place)],
            _ => [],
        };

        internal override string? MissingIn(CacheRun run) => run.Host switch
        {
            CacheHost.GitLab when run.ProjectRegistry is null => "the project has no registry (CI_REGISTRY_IMAGE is not set)",
            CacheHost.Other when !run.TellsOrigin => "this CI host has no cache that Kiln knows",
            _ => null,
        };
    }

    /// <inheritdoc cref="In" />
    public sealed record Backend(CacheBackend Place) : CachePolicy
    {
        /// <inheritdoc />
        public override IEnumerable<CacheBackend> BackendsIn(CacheRun run) => [Place];
    }

    /// <inheritdoc cref="All" />
    public sealed record Several(ValueList<CachePolicy> Policies) : CachePolicy
    {
        /// <inheritdoc />
        public override IEnumerable<CacheBackend> BackendsIn(CacheRun run) =>
            Policies.SelectMany(x => x.BackendsIn(run)).Distinct();
    }
}
