namespace Kiln.Oci.Registries.Credentials;

/// <summary>Under which names <c>docker login</c> keeps what belongs to a registry.</summary>
static class DockerAddress
{
    /// <summary>The name by which helpers and the file know a registry; Docker Hub has a historical one.</summary>
    public static string Of(string registry) => registry == "docker.io" ? "https://index.docker.io/v1/" : registry;

    /// <summary>Whether a key of the file means this registry: scheme and path are ignored, as Docker does.</summary>
    public static bool Means(string key, string registry)
    {
        var start = key.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var host = key[start..].Split('/')[0];
        var names = registry == "docker.io"
            ? ["docker.io", "index.docker.io", "registry-1.docker.io"]
            : new[] { registry };
        return names.Contains(host, StringComparer.OrdinalIgnoreCase);
    }
}
