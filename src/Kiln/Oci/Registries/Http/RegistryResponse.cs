using System.Net;

namespace Kiln.Oci.Registries.Http;

/// <summary>An answer whose headers are here and whose body may still be coming.</summary>
sealed class RegistryResponse(RegistryRequest request, HttpResponseMessage message, InactivityTimer timer) : IDisposable
{
    Stream? _body;

    public RegistryRequest Request { get; } = request;

    public HttpResponseMessage Message { get; } = message;

    public HttpStatusCode Status => Message.StatusCode;

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>The digest that the registry claims, if it claims a readable one.</summary>
    public Digest? Digest => Digest.TryParse(Header("Docker-Content-Digest"), out var digest) ? digest : null;

    /// <summary>Where to go on, made absolute.</summary>
    public Uri? Location => Message.Headers.Location is { } location
        ? new Uri(Message.RequestMessage?.RequestUri ?? Request.Address, location)
        : null;

    public async Task<byte[]> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await CopyToAsync(bytes, limit, cancellationToken);
        return bytes.ToArray();
    }

    public async Task CopyToAsync(Stream destination, long limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        var total = 0L;
        while (await NextAsync(buffer) is > 0 and var count)
        {
            if ((total += count) > limit)
                throw RegistryErrors.TooLong(Request, limit);
            await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }

    // Only the network's failures are the registry's; the destination's are not.
    async Task<int> NextAsync(byte[] buffer)
    {
        try
        {
            _body ??= await Message.Content.ReadAsStreamAsync(timer.Token);
            timer.Touch();
            return await _body.ReadAsync(buffer, timer.Token);
        }
        catch (OperationCanceledException) when (timer.HasExpired)
        {
            throw timer.Failure(Request);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw FailureClassification.Of(error, Request);
        }
    }

    public void Dispose()
    {
        Message.Dispose();
        timer.Dispose();
    }
}
