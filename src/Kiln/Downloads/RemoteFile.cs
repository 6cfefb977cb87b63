using System.Security.Cryptography;

namespace Kiln.Downloads;

/// <summary>Files behind an address, by their content.</summary>
public sealed class RemoteFile : IDisposable
{
    readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    readonly TimeSpan _patience;

    /// <summary>Downloads nothing yet. <paramref name="patience"/> is for a whole file; default: ten minutes.</summary>
    public RemoteFile(TimeSpan? patience = null) => _patience = patience ?? TimeSpan.FromMinutes(10);

    /// <summary>
    /// The SHA-256 of what an address serves now, read as it comes and not kept. KILN6010 where it cannot be had.
    /// </summary>
    public Task<Digest> HashAsync(string address, CancellationToken cancellationToken) => ReadAsync(
        address,
        async (content, token) => Digest.Parse($"sha256:{Convert.ToHexStringLower(await SHA256.HashDataAsync(content, token))}"),
        cancellationToken);

    /// <summary>
    /// Keeps what an address serves, once it is known to be what was pinned. KILN6010 where it cannot be had, KILN6011 where it is something else;
    /// then nothing is kept.
    /// </summary>
    public async Task SaveAsync(string address, Digest pinned, string file, CancellationToken cancellationToken)
    {
        // Of its own, since two builds may fetch the same at once.
        var incoming = $"{file}.{Guid.NewGuid():N}";
        try
        {
            var served = await ReadAsync(address, (content, token) => WriteAsync(content, incoming, token), cancellationToken);
            if (served != pinned)
            {
                throw new KilnException(
                    ErrorCodes.InputChanged,
                    $"'{address}' serves {served}, and the lock pins {pinned}. Nothing of it was kept. If the change is meant, run './build.sh UpdateLock'.");
            }

            File.Move(incoming, file, overwrite: true);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    async Task<T> ReadAsync<T>(string address, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        // The client's own limit ends with the headers, and it is the body that takes its time.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!answer.IsSuccessStatusCode)
                throw Unavailable(address, $"it answers HTTP {(int)answer.StatusCode}");
            await using var content = await answer.Content.ReadAsStreamAsync(limit.Token);
            return await read(content, limit.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidOperationException or NotSupportedException or UriFormatException)
        {
            throw Unavailable(address, error.GetBaseException().Message.TrimEnd('.'));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable(address, $"it took longer than {_patience.TotalSeconds:0} s");
        }
    }

    static async Task<Digest> WriteAsync(Stream content, string file, CancellationToken cancellationToken)
    {
        await using (var kept = File.Create(file))
            await content.CopyToAsync(kept, cancellationToken);
        await using var written = File.OpenRead(file);
        return Digest.Parse($"sha256:{Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken))}");
    }

    /// <summary>Closes idle connections.</summary>
    public void Dispose() => _client.Dispose();

    static KilnException Unavailable(string address, string reason) => new(
        ErrorCodes.InputUnavailable, $"'{address}' cannot be downloaded: {reason}. Correct the address where it is named, or try again.");
}
