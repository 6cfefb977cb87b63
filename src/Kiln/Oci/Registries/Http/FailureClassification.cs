using System.Net.Sockets;

namespace Kiln.Oci.Registries.Http;

/// <summary>
/// What a broken exchange means.
/// <code>
/// nothing listens            final      2001      silence                   once more  2005
/// name or network not there  again      2001      connection broke          again      2004
/// TLS fails                  final      2001      no HTTP                   final      2008
/// </code>
/// </summary>
static class FailureClassification
{
    public static Exception Of(Exception error, RegistryRequest request) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new TransientFailure(
            RegistryErrors.Unreachable(request.Host.Name, "its name is not known to the network", error)),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => RegistryErrors.Unreachable(
            request.Host.Name, $"no secure connection ({RegistryErrors.Innermost(error).TrimEnd('.')})", error),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => RegistryErrors.NotARegistry(
            request.Host.Name, "what answers there does not speak HTTP"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } when NothingListens(error) =>
            RegistryErrors.Unreachable(request.Host.Name, "nothing listens there", error),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new TransientFailure(
            RegistryErrors.Unreachable(request.Host.Name, RegistryErrors.Innermost(error).TrimEnd('.'), error)),
        _ => new TransientFailure(RegistryErrors.Cut(request, error)),
    };

    public static bool NothingListens(Exception error) =>
        error.GetBaseException() is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
}
