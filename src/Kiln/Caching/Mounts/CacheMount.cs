namespace Kiln.Caching.Mounts;

/// <summary>A cache mount as BuildKit knows it: two with one id but other owners or modes are two.</summary>
/// <param name="Id">Its name; the target's path where it has none.</param>
public sealed record CacheMount(string Id)
{
    /// <summary>The user that its folder belongs to. Default: nobody said.</summary>
    public string? Uid { get; init; }

    /// <summary>The group that its folder belongs to. Default: nobody said.</summary>
    public string? Gid { get; init; }

    /// <summary>Its folder's mode, octal as written. Default: nobody said.</summary>
    public string? Mode { get; init; }

    /// <summary>As the options of a <c>RUN --mount</c>, target left out.</summary>
    public override string ToString() => string.Join(',', new[]
    {
        "type=cache",
        $"id={Id}",
        Uid is null ? null : $"uid={Uid}",
        Gid is null ? null : $"gid={Gid}",
        Mode is null ? null : $"mode={Mode}",
    }.OfType<string>());
}
