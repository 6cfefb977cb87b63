using Kiln.Oci.Registries.Http;

namespace Kiln.Oci.Registries;

/// <summary>
/// Speaks the OCI distribution specification 1.1: https, and http to this machine only. Digests are verified, what
/// fails for a passing reason is tried again, credentials go to no other host. One client may be used by many at once.
/// </summary>
public sealed partial class RegistryClient : IDisposable
{
    readonly RegistryTransport _transport;
    readonly RegistryExchange _exchange;
    readonly RetryLoop _retries;
    readonly RegistryOptions _options;

    /// <summary>Opens no connection yet.</summary>
    public RegistryClient(RegistryOptions? options = null)
    {
        _options = options ?? new RegistryOptions();
        _transport = new RegistryTransport(_options.Inactivity);
        _retries = new RetryLoop(_options.Retries);
        var authenticator = new Authenticator(_options.Credentials, new TokenService(_transport));
        _exchange = new RegistryExchange(_transport, authenticator, _retries);
    }

    /// <summary>Closes idle connections.</summary>
    public void Dispose() => _transport.Dispose();

    static RegistryRequest Read(HttpMethod method, ImageReference image, string path)
    {
        var host = RegistryHost.Of(image.Registry);
        return new RegistryRequest(host, method, host.Address($"v2/{image.Repository}/{path}"))
        {
            Scopes = [RegistryRequest.Pull(image.Repository)],
        };
    }

    static RegistryRequest Write(HttpMethod method, ImageReference image, string path) =>
        Read(method, image, path) with { Scopes = [RegistryRequest.PullAndPush(image.Repository)] };
}
