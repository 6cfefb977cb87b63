using Kiln.Oci.Registries;

namespace Kiln.Components.Running;

/// <summary>Reads <c>host=user:password</c>.</summary>
static class CredentialText
{
    /// <summary>KILN1015 for anything else; the value itself is never shown.</summary>
    internal static KeyValuePair<string, RegistryCredential> Parse(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } host, var pair] && pair.Split(':', 2) is [{ Length: > 0 } user, { Length: > 0 } password]
            ? KeyValuePair.Create(host, RegistryCredential.OfPassword(user, password))
            : throw new KilnException(
                ErrorCodes.InvalidRegistryCredentials,
                "One of the registry credentials is not host=user:password, for example harbor.example.com=robot:… "
                + "Correct the variable REGISTRY_CREDENTIALS or the switch --registry-credentials.");
}
