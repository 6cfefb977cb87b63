using System.Net;
using Kiln.Oci.Registries.Http;

namespace Kiln.Oci.Registries;

public sealed partial class RegistryClient
{
    /// <summary>
    /// Deletes a manifest or index, and with it all its tags (OCI distribution specification 1.1, "Deleting Manifests"). What an index lists and what is attached
    /// stays, and blobs stay until the registry collects its garbage. KILN2020 where the registry deletes nothing.
    /// </summary>
    /// <param name="repository">Where it is.</param>
    /// <param name="manifest">Which one; a tag alone cannot be deleted in every registry.</param>
    /// <param name="cancellationToken">Ends it between two requests.</param>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> DeleteManifestAsync(ImageReference repository, Digest manifest, CancellationToken cancellationToken = default)
    {
        var request = Read(HttpMethod.Delete, repository, $"manifests/{manifest}") with { Scopes = [RegistryRequest.PullAndDelete(repository.Repository)] };
        using var response = await _exchange.SendAsync(request, cancellationToken);
        return response.Status switch
        {
            HttpStatusCode.Accepted or HttpStatusCode.OK or HttpStatusCode.NoContent => true,
            HttpStatusCode.NotFound => false,
            // What the specification has a registry say that does not delete, or not this.
            HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed => throw RegistryErrors.DeletesNothing(request, (int)response.Status),
            _ => throw await _exchange.UnexpectedAsync(response, cancellationToken),
        };
    }
}
