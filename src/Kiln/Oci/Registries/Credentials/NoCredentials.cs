namespace Kiln.Oci.Registries.Credentials;

/// <summary>Asks every registry without credentials.</summary>
public sealed class NoCredentials : ICredentialSource
{
    /// <inheritdoc />
    public Task<CredentialSearch> FindAsync(string registry, CancellationToken cancellationToken) =>
        Task.FromResult(new CredentialSearch { Tried = ["none were looked for"] });
}
