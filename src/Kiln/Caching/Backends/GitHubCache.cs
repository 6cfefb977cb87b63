namespace Kiln.Caching.Backends;

/// <summary>
/// GitHub's cache service. It keeps branches apart itself, by the run's token: a run reads its own branch, then the one that it is
/// to be merged into, then the default one. Address and token stay in the environment, where buildx looks for them.
/// </summary>
public sealed record GitHubCache : CacheBackend
{
    /// <summary>How long one reading or writing may take, in whole seconds. Default: BuildKit's own, 10 minutes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <inheritdoc />
    public override string Title => "GitHub's cache";

    /// <inheritdoc />
    public override string Type => "gha";

    internal override bool KnowsRefs => true;

    internal override CacheEntry Read(CacheScope scope, string reference) => Entry(("scope", scope.ToString()), ("timeout", TimeoutText));

    internal override CacheEntry Write(CacheScope scope, string reference) => Entry(
        ("scope", scope.ToString()), ("mode", "max"), ("timeout", TimeoutText));

    string? TimeoutText => Timeout is { } time ? $"{(long)time.TotalSeconds}s" : null;
}
