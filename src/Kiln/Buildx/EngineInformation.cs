using System.Text.Json;

namespace Kiln.Buildx;

/// <summary>
/// What <c>docker info --format '{{json .}}'</c> says: of the client always, of the engine where one answers.
/// https://docs.docker.com/reference/cli/docker/system/info/
/// </summary>
sealed record EngineInformation
{
    /// <summary>Null where no engine answers.</summary>
    internal (string Version, bool HasContainerdStore)? Engine { get; private init; }

    /// <summary>The client's context.</summary>
    internal string Context { get; private init; } = "default";

    /// <summary>The client's own buildx plugin and where it lies, if it says so; null where it names none.</summary>
    internal (Version Version, string? Path)? Buildx { get; private init; }

    internal static EngineInformation Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            // A client that cannot reach its engine prints a message instead: that is the answer.
            return new EngineInformation();
        }
    }

    static EngineInformation Of(JsonElement root)
    {
        var client = Find(root, "ClientInfo");
        return new EngineInformation
        {
            Engine = Text(root, "ServerVersion") is { } version
                ? (version, $"{Find(root, "DriverStatus")}".Contains("io.containerd.snapshotter", StringComparison.Ordinal))
                : null,
            Context = Text(client, "Context") ?? "default",
            Buildx = Find(client, "Plugins") is { ValueKind: JsonValueKind.Array } plugins
                ? plugins.EnumerateArray().Where(x => Text(x, "Name") == "buildx").Select(PluginOf).FirstOrDefault()
                : null,
        };
    }

    static (Version, string?)? PluginOf(JsonElement plugin) =>
        EngineProbe.ReadVersion(Text(plugin, "Version") ?? "") is { } version ? (version, Text(plugin, "Path")) : null;

    static JsonElement? Find(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var child) ? child : null;

    static string? Text(JsonElement? parent, string name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;
}
