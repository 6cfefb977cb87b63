using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kiln.EndToEnd;

/// <summary>Ports of this machine that nobody listens on.</summary>
static class LoopbackPort
{
    internal static string Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
