using Nuke.Common;

namespace Kiln.Components;

/// <summary>Where the results of build steps are kept for other runs.</summary>
public interface IHazCache : INukeBuild
{
    /// <summary>Default: GitHub's cache on GitHub, the project's registry on GitLab, elsewhere only what the builder keeps.</summary>
    CachePolicy Cache => CachePolicy.Auto;

    /// <summary>Whether a cache that cannot be read or written ends the build. Default: no, it is said.</summary>
    [Parameter("Fails when a cache cannot be read or written, instead of building without it")]
    bool CacheRequired => TryGetValue<bool?>(() => CacheRequired) ?? false;
}
