namespace Kiln.Oci.Registries.Http;

/// <summary>Where a registry is spoken to: https, except on this machine.</summary>
sealed record RegistryHost
{
    RegistryHost(string name, Uri root) => (Name, Root) = (name, root);

    /// <summary>As people write it, for messages and credentials.</summary>
    public string Name { get; }

    public Uri Root { get; }

    public static RegistryHost Of(string registry) => new(
        registry,
        new Uri(registry == "docker.io"
            ? "https://registry-1.docker.io/"
            : $"{(ReferenceGrammar.IsLoopback(registry) ? "http" : "https")}://{registry}/"));

    public Uri Address(string path) => new(Root, path);

    /// <summary>Whether credentials for this registry may be sent there: same scheme, host and port.</summary>
    public bool Owns(Uri address) => SameOrigin(Root, address);

    public static bool SameOrigin(Uri one, Uri other) =>
        Uri.Compare(
            one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
