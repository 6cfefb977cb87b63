using System.Collections.Concurrent;
using System.Net;

namespace Kiln.EndToEnd.ActionsCache;

/// <summary>
/// GitHub's cache service, version 2, as far as BuildKit uses it: calls in Twirp's JSON form, and addresses of blobs that speak a part
/// of Azure's Put Blob, Put Block and Get Blob. It keeps everything in memory and commits faults on demand.
/// </summary>
sealed partial class CacheService : IDisposable
{
    readonly HttpListener _listener = new();
    readonly EntryStore _store = new();

    public CacheService()
    {
        Address = $"http://127.0.0.1:{LoopbackPort.Free()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ListenAsync();
    }

    /// <summary>What the runner calls <c>ACTIONS_RESULTS_URL</c>.</summary>
    internal string Address { get; }

    internal Faults Faults { get; } = new();

    /// <summary>What was asked, in order: a call's name and its key, or what was done to a blob.</summary>
    internal ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>What was written, as <c>scope key</c>; oldest first.</summary>
    internal string[] Written => [.. _store.Finished.Select(x => $"{x.Scope} {x.Key}")];

    /// <summary>The variables that a step with GitHub's runtime has.</summary>
    internal IEnumerable<KeyValuePair<string, string?>> Environment(RuntimeToken token) =>
    [
        new("ACTIONS_RUNTIME_TOKEN", token.ToString()),
        new("ACTIONS_RESULTS_URL", Address),
        new("ACTIONS_CACHE_SERVICE_V2", "true"),
    ];

    /// <summary>Forgets entries, as GitHub does with the oldest ones of a full cache.</summary>
    internal void Evict(Func<Entry, bool> which) => _store.Remove(which);

    public void Dispose() => _listener.Close();

    async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = HandleAsync(await _listener.GetContextAsync());
            }
            // The test is over and the listener closed.
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task HandleAsync(HttpListenerContext context)
    {
        try
        {
            var path = context.Request.Url!.AbsolutePath;
            await (path.StartsWith("/blobs/", StringComparison.Ordinal) ? AnswerBlobAsync(context) : AnswerCallAsync(context, path.Split('/')[^1]));
            context.Response.Close();
        }
        // The client went away in the middle.
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException)
        {
        }
    }

    static async Task<byte[]> ReadAsync(HttpListenerContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
