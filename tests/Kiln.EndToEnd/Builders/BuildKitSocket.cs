using System.Net.Sockets;
using System.Text;

namespace Kiln.EndToEnd.Builders;

/// <summary>
/// An engine's own BuildKit behind a socket of its own, where a <c>buildkitd</c> would listen. The engine hands it out at <c>/grpc</c>,
/// for a connection that is upgraded to <c>h2c</c>; from there on both sides speak BuildKit's protocol.
/// </summary>
sealed class BuildKitSocket : IAsyncDisposable
{
    const string Request = "POST /grpc HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";

    readonly string _engine;
    readonly CancellationTokenSource _end = new();
    readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly Task _accepting;

    internal BuildKitSocket(string engine, string path)
    {
        (_engine, Path) = (engine, path);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    internal string Path { get; }

    /// <summary>How many clients came, as a sign that something was built here.</summary>
    internal int Connections { get; private set; }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync(_end.Token);
                Connections++;
                _ = JoinAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed: nobody else comes.
        }
    }

    async Task JoinAsync(Socket client)
    {
        try
        {
            using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await engine.ConnectAsync(new UnixDomainSocketEndPoint(_engine), _end.Token);
            await using var near = new NetworkStream(client, ownsSocket: true);
            await using var far = new NetworkStream(engine);
            await far.WriteAsync(Encoding.ASCII.GetBytes(Request), _end.Token);
            await SkipAnswerAsync(far);
            await Task.WhenAny(near.CopyToAsync(far, _end.Token), far.CopyToAsync(near, _end.Token));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // A side went away, as each does in the end; the other one notices.
        }
    }

    async Task SkipAnswerAsync(Stream answer)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await answer.ReadExactlyAsync(one, _end.Token);
            head.Append((char)one[0]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        File.Delete(Path);
        _end.Dispose();
    }
}
