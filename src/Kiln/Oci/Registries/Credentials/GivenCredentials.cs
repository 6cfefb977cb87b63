namespace Kiln.Oci.Registries.Credentials;

/// <summary>Credentials that the build itself was given, for example as secret parameters.</summary>
/// <param name="byRegistry">By host and port; upper and lower case are the same.</param>
public sealed class GivenCredentials(
    IEnumerable<KeyValuePair<string, RegistryCredential>> byRegistry) : ICredentialSource
{
    readonly Dictionary<string, RegistryCredential> _byRegistry = new(byRegistry, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public Task<CredentialSearch> FindAsync(string registry, CancellationToken cancellationToken) =>
        Task.FromResult(_byRegistry.TryGetValue(registry, out var credential)
            ? new CredentialSearch { Credential = credential, Tried = [$"given to the build for {registry}: found"] }
            : new CredentialSearch { Tried = [$"given to the build for {registry}: none"] });
}
