namespace Kiln.Oci.Registries.Http;

/// <summary>
/// The one place of the client that owns sockets. Redirects are followed elsewhere, where it is known what may be sent
/// along; there are no cookies.
/// </summary>
sealed class RegistryTransport(TimeSpan inactivity) : IDisposable
{
    // A proxy named in the environment cannot reach this machine's own registry.
    readonly HttpClient _direct = Make(useProxy: false);
    readonly HttpClient _proxied = Make(useProxy: true);

    public async Task<RegistryResponse> SendAsync(
        RegistryRequest request, Action<HttpRequestMessage> authorize, CancellationToken cancellationToken)
    {
        var timer = new InactivityTimer(inactivity, cancellationToken);
        var handedOver = false;
        try
        {
            using var message = request.ToMessage(timer.Touch);
            authorize(message);
            var client = request.Address.IsLoopback ? _direct : _proxied;
            var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timer.Token);
            timer.Touch();
            handedOver = true;
            return new RegistryResponse(request, answer, timer);
        }
        catch (OperationCanceledException) when (timer.HasExpired)
        {
            throw timer.Failure(request);
        }
        catch (HttpRequestException error)
        {
            throw FailureClassification.Of(error, request);
        }
        finally
        {
            if (!handedOver)
                timer.Dispose();
        }
    }

    public void Dispose()
    {
        _direct.Dispose();
        _proxied.Dispose();
    }

    static HttpClient Make(bool useProxy)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = useProxy,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("kiln/0.1");
        return client;
    }
}
