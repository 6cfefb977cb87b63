using System.Net;

namespace Kiln.Oci.Registries;

public sealed partial class RegistryClient
{
    /// <summary>
    /// Begins an upload and gives it up: throws what a push would throw where this run may not write there, and leaves nothing.
    /// </summary>
    public async Task CheckWritableAsync(ImageReference repository, CancellationToken cancellationToken = default)
    {
        using var begun = await _exchange.SendAsync(
            Write(HttpMethod.Post, repository, "blobs/uploads/") with { Body = _ => new ByteArrayContent([]) }, cancellationToken);
        if (begun.Status != HttpStatusCode.Accepted)
            throw await _exchange.UnexpectedAsync(begun, cancellationToken);
        if (begun.Header("Location") is not { } location)
            return;
        var address = new Uri(begun.Request.Address, location);
        if (!begun.Request.Host.Owns(address))
            return;
        try
        {
            using var ended = await _exchange.SendAsync(
                Write(HttpMethod.Delete, repository, "") with { Address = address }, cancellationToken);
        }
        catch (KilnException)
        {
            // Giving it up is a courtesy: registries collect what is never finished.
        }
    }
}
