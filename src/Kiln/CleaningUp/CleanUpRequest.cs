using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>Everything that one clean-up depends on.</summary>
public sealed record CleanUpRequest
{
    /// <summary>Whose tags and caches are looked at; nothing else in a registry is.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>Where the images are.</summary>
    public ValueList<RegistryNamespace> Registries { get; init; }

    /// <summary>Where caches are kept in registries. Default: nowhere.</summary>
    public ValueList<RegistryNamespace> CachePlaces { get; init; }

    /// <summary>Which tags of images go. Default: old ones of commits, and those of closed requests.</summary>
    public TagRetention Retention { get; init; } = new();

    /// <summary>Who knows the branches and requests. Default: nobody; then nothing goes that belongs to one.</summary>
    public IRefSource? Refs { get; init; }

    /// <summary>The CI host's own cache. Default: none.</summary>
    public ICacheHost? HostCache { get; init; }

    /// <summary>Who deletes in registries that do not by their own API, by host. Default: nobody.</summary>
    public ValueMap<IManifestRemover> Removers { get; init; }

    /// <summary>Credentials and patience for registries. Default: what <c>docker login</c> stored.</summary>
    public RegistryOptions Access { get; init; } = new();

    /// <summary>From when on ages are counted. Default: now.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;
}
