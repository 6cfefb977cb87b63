using Kiln.Primitives;

namespace Kiln.Oci.Registries;

/// <summary>What was found and where was looked, so that a refusal can say it.</summary>
public sealed record CredentialSearch
{
    /// <summary>Null where there is none; then the registry is asked without.</summary>
    public RegistryCredential? Credential { get; init; }

    /// <summary>The places that were asked and what they had, without any value.</summary>
    public ValueList<string> Tried { get; init; }
}
