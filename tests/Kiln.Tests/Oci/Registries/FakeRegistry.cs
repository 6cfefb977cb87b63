using System.Collections.Concurrent;
using System.Net;

namespace Kiln.Tests.Oci.Registries;

/// <summary>
/// Speaks the part of the distribution specification that the client uses, in memory, and commits any fault on demand.
/// For everything that a real registry does by itself there is <see cref="RegistryFixture"/>.
/// </summary>
sealed partial class FakeRegistry : IDisposable
{
    const int Attempts = 10;

    readonly HttpListener _listener;

    public FakeRegistry()
    {
        (_listener, Address) = Listen();
        _ = ListenAsync();
    }

    public string Address { get; }

    static (HttpListener Listener, string Address) Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var (listener, address) = (new HttpListener(), $"127.0.0.1:{FreePort.Find()}");
            listener.Prefixes.Add($"http://{address}/");
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < Attempts)
            {
                // Another test took the port since it was found free.
                listener.Close();
            }
        }
    }

    /// <summary>Sees each request first and answers it where it returns true.</summary>
    public Func<HttpListenerContext, Task<bool>> Fault { get; set; } = _ => Task.FromResult(false);

    /// <summary>Whether it lists by itself what refers to an image, which the real one of the tests does not.</summary>
    public bool KnowsReferrers { get; init; }

    /// <summary>Whether it lists what the configurations of referrers are, and not what they are themselves, as go-containerregistry's does.</summary>
    public bool ListsConfigurations { get; set; }

    public ConcurrentQueue<SeenRequest> Requests { get; } = [];

    public ConcurrentDictionary<string, byte[]> Blobs { get; } = [];

    public ConcurrentDictionary<string, (string MediaType, byte[] Bytes)> Manifests { get; } = [];

    public ConcurrentDictionary<string, MemoryStream> Uploads { get; } = [];

    public ImageReference Image(string nameAndTag) => ImageReference.Parse($"{Address}/{nameAndTag}");

    public IEnumerable<SeenRequest> Seen(string method, string part = "") =>
        Requests.Where(request => request.Method == method && request.Path.Contains(part));

    /// <summary>Commits a fault at the first so many requests that fit.</summary>
    public void FailFirst(int times, Func<HttpListenerRequest, bool> fits, Func<HttpListenerContext, Task> fault)
    {
        var left = times;
        Fault = async context =>
        {
            if (!fits(context.Request) || Interlocked.Decrement(ref left) < 0)
                return false;
            await fault(context);
            return true;
        };
    }

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
        var request = context.Request;
        Requests.Enqueue(
            new SeenRequest(request.HttpMethod, request.Url!.PathAndQuery, request.Headers["Authorization"]));
        try
        {
            if (await Fault(context))
                return;
            await AnswerAsync(context);
            context.Response.Close();
        }
        // The client went away in the middle, which some tests want.
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException)
        {
        }
    }
}

sealed record SeenRequest(string Method, string Path, string? Authorization);
