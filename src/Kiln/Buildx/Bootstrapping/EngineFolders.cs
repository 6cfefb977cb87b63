using System.Security.Cryptography;
using System.Text;

namespace Kiln.Buildx.Bootstrapping;

/// <summary>
/// Where a checkout's private engine keeps its things. Nothing outside these folders is written.
/// </summary>
public sealed record EngineFolders
{
    /// <summary>Downloads and base images, shared between clones when the variable <c>KILN_CACHE</c> names a folder.</summary>
    public required string Cache { get; init; }

    /// <summary>The engine's images and build cache, the registry's blobs, configuration and logs.</summary>
    public required string Data { get; init; }

    /// <summary>Sockets, process ids and mounts. Short, since a socket's path may have 107 bytes only.</summary>
    public required string Runtime { get; init; }

    /// <summary>The engine's socket.</summary>
    public string Socket => Path.Combine(Runtime, "docker.sock");

    /// <summary>The folders of the checkout whose temporary folder (<c>.nuke/temp</c>) this is.</summary>
    public static EngineFolders Of(string temporaryDirectory, string? cache) => new()
    {
        Cache = Path.GetFullPath(cache is { Length: > 0 } ? cache : Path.Combine(temporaryDirectory, "cache")),
        Data = Path.GetFullPath(Path.Combine(temporaryDirectory, "engine")),
        Runtime = Path.Combine(RuntimeRoot(), "kiln-" + ShortHash(Path.GetFullPath(temporaryDirectory))),
    };

    static string RuntimeRoot() => Directory.Exists("/run") ? "/run" : Path.GetTempPath();

    static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
