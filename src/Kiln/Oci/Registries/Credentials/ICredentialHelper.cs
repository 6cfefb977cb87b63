namespace Kiln.Oci.Registries.Credentials;

/// <summary>
/// Docker's programs that keep credentials in a system's own store, such as <c>docker-credential-osxkeychain</c>.
/// </summary>
public interface ICredentialHelper
{
    /// <summary>
    /// Asks <c>docker-credential-{name} get</c> for an address. Null where the program is missing; its answer, also a
    /// refusal, otherwise.
    /// </summary>
    Task<CredentialHelperAnswer?> GetAsync(string name, string address, CancellationToken cancellationToken);
}
