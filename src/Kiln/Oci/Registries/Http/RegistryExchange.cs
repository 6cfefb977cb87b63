using System.Net;

namespace Kiln.Oci.Registries.Http;

/// <summary>
/// One request and its answer, through authentication and redirects; what fails comes out as an exception.
/// </summary>
sealed partial class RegistryExchange(RegistryTransport transport, Authenticator authenticator, RetryLoop retries)
{
    const int MostRedirects = 5;

    /// <summary>Sends until there is an answer that is not a passing failure.</summary>
    public Task<RegistryResponse> SendAsync(RegistryRequest request, CancellationToken cancellationToken) =>
        retries.RunAsync(() => SendOnceAsync(request, cancellationToken), cancellationToken);

    /// <summary>Sends once; for bodies whose next attempt must begin otherwise.</summary>
    public async Task<RegistryResponse> SendOnceAsync(RegistryRequest request, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendAuthorizedAsync(request, cancellationToken);
            try
            {
                if (!IsRedirect(response))
                {
                    await ThrowIfFailedAsync(response, cancellationToken);
                    return response;
                }

                request = request with { Address = Follow(response, redirects) };
                response.Dispose();
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }

    async Task<RegistryResponse> SendAuthorizedAsync(RegistryRequest request, CancellationToken cancellationToken)
    {
        // Behind a redirect to another place nothing is sent along, and no challenge is answered.
        if (!request.Host.Owns(request.Address))
            return await transport.SendAsync(request, _ => { }, cancellationToken);

        var header = authenticator.Known(request);
        var response = await transport.SendAsync(
            request, message => message.Headers.Authorization = header, cancellationToken);
        if (response.Status != HttpStatusCode.Unauthorized)
            return response;

        using (response)
        {
            var answer = await authenticator.AnswerAsync(
                request, Challenge.Of(response.Message), header, cancellationToken);
            if (answer is null)
                throw await RefusedAsync(response, cancellationToken);
            return await transport.SendAsync(
                request, message => message.Headers.Authorization = answer, cancellationToken);
        }
    }

    // 307 and 308 of an upload would send the body to a place that nobody named.
    static bool IsRedirect(RegistryResponse response) => (int)response.Status is 301 or 302 or 303 or 307 or 308;

    static Uri Follow(RegistryResponse response, int redirects)
    {
        var request = response.Request;
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            throw RegistryErrors.Redirect(request, "only reading follows redirects");
        if (response.Location is not { } target)
            throw RegistryErrors.Redirect(request, "it names no address");
        if (redirects == MostRedirects)
            throw RegistryErrors.Redirect(request, $"it is the sixth in a row, to '{target.Host}'");
        return target.Scheme == "https" || request.Address.Scheme == "http" && target.Scheme == "http"
            ? target
            : throw RegistryErrors.Redirect(request, $"it leads from https to '{target.Scheme}' on '{target.Host}'");
    }
}
