using Kiln.Caching;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>One target of a bake file, in bake's own words (docker/buildx bake/bake.go); all paths absolute.</summary>
public sealed record BakeTarget(string Name)
{
    internal const string LayoutScheme = "oci-layout://";
    internal const string TargetScheme = "target:";

    /// <summary>The folder that is sent: a staged copy.</summary>
    public required string Context { get; init; }

    /// <summary>The Dockerfile.</summary>
    public required string Dockerfile { get; init; }

    /// <summary>What messages call it. Default: its quoted path.</summary>
    public string DockerfileName { get => field ?? $"'{Dockerfile}'"; init; }

    /// <summary>The image that it builds, as messages call it. Default: its own name.</summary>
    public string ImageName { get => field ?? Name; init; }

    /// <summary>What stands for images of these names: <c>target:other</c>, for one. Default: none.</summary>
    public ValueMap<string> Contexts { get; init; }

    /// <summary>Where results of steps are looked for beside the builder's own cache. Default: nowhere.</summary>
    public ValueList<CacheEntry> CacheFrom { get; init; }

    /// <summary>Where results of steps are written to. Default: nowhere.</summary>
    public ValueList<CacheEntry> CacheTo { get; init; }

    /// <summary>The targets among <see cref="Contexts"/>, which it is made from.</summary>
    internal IEnumerable<string> BaseTargets => Contexts.Values
        .Where(x => x.StartsWith(TargetScheme, StringComparison.Ordinal))
        .Select(x => x[TargetScheme.Length..]);

    /// <summary>The OCI layouts among <see cref="Contexts"/>, by their folders.</summary>
    internal IEnumerable<string> LayoutContexts => Contexts.Values
        .Where(x => x.StartsWith(LayoutScheme, StringComparison.Ordinal))
        .Select(x => x[LayoutScheme.Length..x.LastIndexOf('@')]);

    /// <summary>An empty folder that receives the OCI layout. Default: none, it is built for what it leaves in caches.</summary>
    public string? LayoutFolder { get; init; }

    /// <summary>The stage. Default: the last.</summary>
    public string? Stage { get; init; }

    /// <summary>For which platforms.</summary>
    public ValueList<Platform> Platforms { get; init; }

    /// <summary>Build arguments. Default: none.</summary>
    public ValueMap<string> Args { get; init; }

    /// <summary>Labels of the image configuration. Default: none.</summary>
    public ValueMap<string> Labels { get; init; }

    /// <summary>Annotations of every manifest, and of the index when there are several platforms. Default: none.</summary>
    public ValueMap<string> Annotations { get; init; }

    /// <summary>Secrets, as files or variables. Default: none.</summary>
    public ValueList<BuildSecret> Secrets { get; init; }

    /// <summary>SSH agents. Default: none.</summary>
    public ValueList<string> Ssh { get; init; }

    /// <summary>Host names with their addresses. Default: none.</summary>
    public ValueMap<string> ExtraHosts { get; init; }

    /// <summary>Bytes of <c>/dev/shm</c>. Default: the engine's own.</summary>
    public long? SharedMemory { get; init; }

    /// <summary>Limits by name. Default: the engine's own.</summary>
    public ValueMap<string> ProcessLimits { get; init; }

    /// <summary>Stages that no cache is used for. Default: none.</summary>
    public ValueList<string> UncachedStages { get; init; }

    /// <summary>What its steps may do beyond the usual. Default: nothing.</summary>
    public ValueList<Entitlement> Entitlements { get; init; }

    /// <summary>Names of build arguments whose values stand in variables, by <see cref="BakeDefinition.VariableOf"/>. Default: none.</summary>
    public ValueList<string> HiddenArgs { get; init; }

    /// <summary>More fields, as JSON. Default: none.</summary>
    public ValueMap<string> Extra { get; init; }

    /// <summary>What its <c>RUN</c> steps reach.</summary>
    public BuildNetwork Network { get; init; }

    /// <summary>
    /// Whether time stamps inside the layers are set to <see cref="Reproducibility.FileTime"/>, so that the digest does not depend
    /// on when it was built. Default: yes.
    /// </summary>
    public bool IsReproducible { get; init; } = true;
}
