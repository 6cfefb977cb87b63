using Kiln.Primitives;

namespace Kiln.Oci;

static class WireConversions
{
    public static ImageIndex ToIndex(this WireIndex wire) => new()
    {
        Manifests = wire.Manifests.Select(ToDescriptor).ToValueList(),
        Annotations = Sorted(wire.Annotations),
    };

    public static ImageManifest ToManifest(this WireManifest wire) => new()
    {
        Config = wire.Config.ToDescriptor(),
        Layers = wire.Layers.Select(ToDescriptor).ToValueList(),
        Subject = wire.Subject?.ToDescriptor(),
        Annotations = Sorted(wire.Annotations),
    };

    public static ImageConfig ToConfig(this WireConfig wire) => new()
    {
        Platform = new Platform(wire.Os, wire.Architecture, NullIfEmpty(wire.Variant)),
        Created = wire.Created,
        DiffIds = (wire.Rootfs.DiffIds ?? []).ToValueList(),
        History = (wire.History ?? []).Select(ToEntry).ToValueList(),
        User = wire.Config?.User,
        WorkingDirectory = wire.Config?.WorkingDir,
        Entrypoint = (wire.Config?.Entrypoint ?? []).ToValueList(),
        Command = (wire.Config?.Cmd ?? []).ToValueList(),
        Environment = (wire.Config?.Env ?? []).ToValueList(),
        ExposedPorts = (wire.Config?.ExposedPorts ?? []).Keys.Order(StringComparer.Ordinal).ToValueList(),
        HasHealthCheck = wire.Config?.HealthCheck?.Test is { Count: > 0 } test && test[0] != "NONE",
        Labels = Sorted(wire.Config?.Labels),
    };

    static Descriptor ToDescriptor(this WireDescriptor wire) => new()
    {
        MediaType = wire.MediaType,
        Digest = wire.Digest,
        Size = wire.Size,
        Platform = wire.Platform is { } platform
            ? new Platform(platform.Os, platform.Architecture, NullIfEmpty(platform.Variant))
            : null,
        ArtifactType = NullIfEmpty(wire.ArtifactType),
        Annotations = Sorted(wire.Annotations),
    };

    static HistoryEntry ToEntry(WireHistory wire) =>
        new() { CreatedBy = wire.CreatedBy, IsEmptyLayer = wire.EmptyLayer };

    static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    static ValueMap<string> Sorted(Dictionary<string, string>? pairs) =>
        (pairs ?? []).ToValueMap();
}
