using System.Text.Json;
using Kiln.Oci.Registries.Credentials;
using Kiln.Processes;

namespace Kiln.Buildx;

/// <summary>
/// The program behind <c>docker buildx</c>. Started itself it begins sooner: the client first asks every plugin what it is. Which program that
/// is can only be guessed, until the client names it.
/// </summary>
/// <param name="configFile">The client's <c>config.json</c>; it need not exist.</param>
/// <param name="systemFolders">Where plugins of all users lie.</param>
sealed class BuildxPlugin(string configFile, IReadOnlyList<string> systemFolders)
{
    // https://github.com/docker/cli/blob/v28.5.2/cli-plugins/manager/manager_unix.go
    static readonly string[] SystemFolders =
    [
        "/usr/local/lib/docker/cli-plugins", "/usr/local/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins", "/usr/libexec/docker/cli-plugins",
    ];

    internal static BuildxPlugin OfUser => new(DockerFolder.FileOfUser, SystemFolders);

    /// <summary>Where this client looks first; null where it finds none, or is a script, which may do more than start the client.</summary>
    internal string? GuessFor(string docker) => OperatingSystem.IsWindows() || IsScript(docker)
        ? null
        : ExtraFolders().Append(Path.Combine(Path.GetDirectoryName(configFile)!, "cli-plugins")).Concat(systemFolders)
            .Select(x => Path.Combine(x, "docker-buildx")).FirstOrDefault(x => new ExecutableFinder(path: null).Find(x) is not null);

    static bool IsScript(string program)
    {
        Span<byte> start = stackalloc byte[2];
        try
        {
            using var file = File.OpenRead(program);
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || start.SequenceEqual("#!"u8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    IEnumerable<string> ExtraFolders()
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(configFile));
            return document.RootElement.GetProperty("cliPluginsExtraDirs").EnumerateArray().Select(x => x.GetString()).OfType<string>().Where(Path.IsPathRooted).ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // What is wrong with the file the client says itself.
            return [];
        }
    }
}
