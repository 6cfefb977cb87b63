using Kiln.Oci.Registries;

namespace Kiln.CleaningUp;

/// <summary>By the registry's own API, as the OCI distribution specification has it.</summary>
sealed class RegistryRemover(RegistryClient client) : IManifestRemover
{
    public Task RemoveAsync(ImageReference repository, Digest manifest, CancellationToken cancellationToken) =>
        client.DeleteManifestAsync(repository, manifest, cancellationToken);
}
