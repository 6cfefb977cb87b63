using System.Net;
using Kiln.Oci.Registries.Http;

namespace Kiln.Oci.Registries;

/// <summary>
/// Asks an address once, briefly and without credentials, whether it speaks the registry API (<c>/v2/</c>).
/// </summary>
public static class RegistryProbe
{
    /// <summary>
    /// What is at a host and port; <c>docker.io</c> means Docker Hub's own address. The wait is at most
    /// <paramref name="timeout"/>; default: five seconds.
    /// </summary>
    public static async Task<RegistryAnswer> AskAsync(
        string registry, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var limit = timeout ?? TimeSpan.FromSeconds(5);
        var host = RegistryHost.Of(registry);
        using var transport = new RegistryTransport(limit);
        var request = new RegistryRequest(host, HttpMethod.Get, host.Address("v2/")) { Scopes = [] };
        try
        {
            using var response = await transport.SendAsync(request, _ => { }, cancellationToken);
            return Judge(response);
        }
        catch (TransientFailure failure) when (failure.WasSilence)
        {
            return new RegistryAnswer.Unreachable($"no answer within {limit.TotalSeconds:0.#} s");
        }
        catch (TransientFailure failure)
        {
            return failure.Final.Code == ErrorCodes.RegistryConnectionCut
                ? new RegistryAnswer.SomethingElse("it closed the connection without an answer")
                : Judge(failure.Final);
        }
        catch (RegistryException error)
        {
            return Judge(error);
        }
    }

    /// <summary>Throws KILN2001 or KILN2008, which say what is wrong, unless a registry answers.</summary>
    public static async Task RequireAsync(
        string registry, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        switch (await AskAsync(registry, timeout, cancellationToken))
        {
            case RegistryAnswer.NothingListens:
                throw RegistryErrors.Unreachable(registry, "nothing listens there");
            case RegistryAnswer.Unreachable unreachable:
                throw RegistryErrors.Unreachable(registry, unreachable.Reason);
            case RegistryAnswer.SomethingElse other:
                throw RegistryErrors.NotARegistry(registry, other.Answered);
        }
    }

    // The version header is optional today; a registry then shows by its challenge or by an empty JSON object.
    static RegistryAnswer Judge(RegistryResponse response)
    {
        var hasVersion = response.Header("Docker-Distribution-Api-Version") is not null;
        var isJson = response.Message.Content.Headers.ContentType?.MediaType == "application/json";
        return response.Status switch
        {
            HttpStatusCode.OK when hasVersion || isJson => new RegistryAnswer.Speaks(NeedsCredentials: false),
            HttpStatusCode.Unauthorized when hasVersion || response.Message.Headers.WwwAuthenticate.Count > 0 =>
                new RegistryAnswer.Speaks(NeedsCredentials: true),
            HttpStatusCode.TooManyRequests when hasVersion => new RegistryAnswer.Speaks(NeedsCredentials: false),
            var status => new RegistryAnswer.SomethingElse(
                $"it answers GET /v2/ with HTTP {(int)status}{ServerOf(response)}"),
        };
    }

    static RegistryAnswer Judge(RegistryException error) => error switch
    {
        { Code: ErrorCodes.NotARegistry } => new RegistryAnswer.SomethingElse("what answers there does not speak HTTP"),
        { InnerException: { } cause } when FailureClassification.NothingListens(cause) =>
            new RegistryAnswer.NothingListens(),
        { InnerException: { } cause } => new RegistryAnswer.Unreachable(RegistryErrors.Innermost(cause).TrimEnd('.')),
        _ => new RegistryAnswer.Unreachable(error.Message),
    };

    static string ServerOf(RegistryResponse response) =>
        response.Header("Server") is { Length: > 0 } server ? $" (server '{server}')" : "";
}
