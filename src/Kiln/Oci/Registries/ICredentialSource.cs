namespace Kiln.Oci.Registries;

/// <summary>A place where credentials for registries are kept.</summary>
public interface ICredentialSource
{
    /// <summary>
    /// Looks for credentials for a registry, given as host and port, with Docker Hub as <c>docker.io</c>.
    /// </summary>
    Task<CredentialSearch> FindAsync(string registry, CancellationToken cancellationToken);
}
