namespace Kiln.Caching;

/// <summary>Who runs the build, as far as caches are concerned.</summary>
public enum CacheHost
{
    /// <summary>A person's machine, or a CI host without a cache that Kiln knows.</summary>
    Other,

    /// <summary>GitHub Actions.</summary>
    GitHub,

    /// <summary>GitLab CI.</summary>
    GitLab,
}
