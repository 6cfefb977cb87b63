/// <summary>Which of the cache policies this build uses; the benchmarks compare them.</summary>
enum CachePlace
{
    /// <summary>What suits the host.</summary>
    Auto,

    /// <summary>Only what the builder keeps.</summary>
    None,

    /// <summary>The registry on this machine.</summary>
    Registry,

    /// <summary>A folder under <c>.nuke/temp</c>.</summary>
    Folder,

    /// <summary>GitHub's cache service.</summary>
    GitHub,
}
