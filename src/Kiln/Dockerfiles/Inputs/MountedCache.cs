namespace Kiln.Dockerfiles.Inputs;

/// <summary>A cache that a <c>RUN</c> step mounts, with all that makes BuildKit take it for this one and no other.</summary>
/// <param name="Id">Its name; the target's path where it has none.</param>
/// <param name="Target">Where the step sees it, absolute or below its working folder.</param>
/// <param name="Line">Where it is mounted, counted from 1.</param>
public sealed record MountedCache(string Id, string Target, int Line)
{
    /// <summary>The user that its folder belongs to. Default: nobody said.</summary>
    public string? Uid { get; init; }

    /// <summary>The group that its folder belongs to. Default: nobody said.</summary>
    public string? Gid { get; init; }

    /// <summary>Its folder's mode, octal as written. Default: nobody said.</summary>
    public string? Mode { get; init; }

    /// <summary>Why it cannot be named from another Dockerfile, as a clause; null where it can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>What its stage starts from, where that has a shell and comes from a registry. Default: null.</summary>
    public ExternalInput.Image? Shell { get; init; }
}
