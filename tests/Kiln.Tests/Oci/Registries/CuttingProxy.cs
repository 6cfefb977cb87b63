using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kiln.Tests.Oci.Registries;

/// <summary>
/// A network in front of a registry that breaks: the connection of a request that fits is cut after some bytes.
/// </summary>
sealed class CuttingProxy : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly IPEndPoint _target;
    int _cutsLeft;

    public CuttingProxy(string target)
    {
        _target = IPEndPoint.Parse(target);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Part of the request line of what is to be cut; null cuts nothing.</summary>
    public string? Victim { get; set; }

    public int CutAfter { get; set; }

    /// <summary>How many connections are still to be cut; several may come at once.</summary>
    public int CutsLeft
    {
        get => Math.Max(0, Volatile.Read(ref _cutsLeft));
        set => _cutsLeft = value;
    }

    public void Dispose() => _listener.Dispose();

    async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync());
    }

    async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(_target);
            await Task.WhenAny(SendAsync(client, server), server.GetStream().CopyToAsync(client.GetStream()));
        }
    }

    async Task SendAsync(TcpClient client, TcpClient server)
    {
        var buffer = new byte[1 << 16];
        var left = int.MaxValue;
        while (left > 0 && await client.GetStream().ReadAsync(buffer) is > 0 and var count)
        {
            var line = Encoding.ASCII.GetString(buffer, 0, count).Split('\n')[0];
            if (Victim is not null && line.Contains(Victim) && Interlocked.Decrement(ref _cutsLeft) >= 0)
                left = CutAfter;
            await server.GetStream().WriteAsync(buffer.AsMemory(0, Math.Min(count, left)));
            left -= left == int.MaxValue ? 0 : count;
        }
    }
}
