using System.Net;
using System.Net.Http.Headers;
using Kiln.Primitives;

namespace Kiln.Oci.Registries.Http;

/// <summary>
/// The upload of one blob (distribution specification 1.1, "Pushing blobs"): small ones by POST and PUT, large ones by
/// POST, PATCH and PUT, since only what was sent by PATCH can be resumed.
/// </summary>
sealed class BlobUpload(
    RegistryExchange exchange, ImageReference repository, Descriptor blob, Func<Stream> open, bool isResumable)
{
    readonly RegistryHost _host = RegistryHost.Of(repository.Registry);

    // Where a broken upload goes on; null when the next attempt begins anew.
    Uri? _session;

    public Task<BlobOutcome> RunAsync(RetryLoop retries, string? mountFrom, CancellationToken cancellationToken) =>
        retries.RunAsync(() => AttemptAsync(mountFrom, cancellationToken), cancellationToken);

    async Task<BlobOutcome> AttemptAsync(string? mountFrom, CancellationToken cancellationToken)
    {
        var (session, offset) = await ResumeAsync(cancellationToken)
            ?? (await BeginAsync(mountFrom, cancellationToken), 0);
        if (session is null)
            return BlobOutcome.Mounted;
        if (isResumable && offset < blob.Size)
            session = await PatchAsync(session, offset, cancellationToken);
        await FinishAsync(session, cancellationToken);
        return BlobOutcome.Sent;
    }

    /// <summary>Opens a session, or returns null when the registry mounted the blob.</summary>
    async Task<Uri?> BeginAsync(string? mountFrom, CancellationToken cancellationToken)
    {
        var query = mountFrom is null ? "" : $"?mount={blob.Digest}&from={Uri.EscapeDataString(mountFrom)}";
        var address = _host.Address($"v2/{repository.Repository}/blobs/uploads/{query}");
        var request = Request(HttpMethod.Post, address) with { Body = _ => new ByteArrayContent([]) };
        if (mountFrom is not null)
            request = request with { Scopes = [.. request.Scopes, RegistryRequest.Pull(mountFrom)] };

        using var response = await exchange.SendOnceAsync(request, cancellationToken);
        return response.Status switch
        {
            HttpStatusCode.Created when mountFrom is not null => null,
            HttpStatusCode.Accepted => SessionOf(response),
            _ => throw await exchange.UnexpectedAsync(response, cancellationToken),
        };
    }

    /// <summary>Asks how much of a broken upload arrived; null when there is nothing to go on with.</summary>
    async Task<(Uri? Session, long Offset)?> ResumeAsync(CancellationToken cancellationToken)
    {
        if (_session is not { } broken)
            return null;
        _session = null;
        using var response = await exchange.SendOnceAsync(Request(HttpMethod.Get, broken), cancellationToken);
        if (response.Status != HttpStatusCode.NoContent || response.Location is null)
            return null;
        return UploadRange.EndOf(response.Header("Range")) is { } end && end < blob.Size
            ? (SessionOf(response), end + 1)
            : null;
    }

    async Task<Uri> PatchAsync(Uri session, long offset, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Patch, session) with { Body = touch => Body(offset, touch) };
        _session = session;
        using var response = await exchange.SendOnceAsync(request, cancellationToken);
        _session = null;
        return response.Status == HttpStatusCode.Accepted
            ? SessionOf(response)
            : throw await exchange.UnexpectedAsync(response, cancellationToken);
    }

    async Task FinishAsync(Uri session, CancellationToken cancellationToken)
    {
        var separator = session.Query.Length > 1 ? "&" : "?";
        var address = new Uri($"{session.AbsoluteUri}{separator}digest={Uri.EscapeDataString(blob.Digest.ToString())}");
        var request = Request(HttpMethod.Put, address) with
        {
            Body = isResumable ? _ => new ByteArrayContent([]) : touch => Body(0, touch),
        };
        using var response = await exchange.SendOnceAsync(request, cancellationToken);
        if (response.Status is not (HttpStatusCode.Created or HttpStatusCode.NoContent))
            throw await exchange.UnexpectedAsync(response, cancellationToken);
    }

    HttpContent Body(long offset, Action touch)
    {
        var stream = open();
        stream.Position = offset;
        var content = new StreamContent(new WatchedStream(stream, touch), 1 << 18);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentLength = blob.Size - offset;
        if (offset > 0)
            content.Headers.TryAddWithoutValidation("Content-Range", $"{offset}-{blob.Size - 1}");
        return content;
    }

    RegistryRequest Request(HttpMethod method, Uri address) => new(_host, method, address)
    {
        Scopes = ValueList.Create([RegistryRequest.PullAndPush(repository.Repository)]),
    };

    static Uri SessionOf(RegistryResponse response)
    {
        var session = response.Location ?? throw RegistryErrors.Unexpected(
            response.Request, (int)response.Status, ", without saying where the upload goes on");
        return session.Scheme == "https" || response.Request.Address.Scheme == "http"
            ? session
            : throw RegistryErrors.Redirect(response.Request, $"the upload would go on without encryption on "
                + $"'{session.Host}'");
    }
}
