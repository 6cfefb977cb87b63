using System.Net;
using System.Net.Sockets;

var listener = new TcpListener(IPAddress.Any, 8080);
listener.Start();
Console.WriteLine("listening on 8080");
while (true)
{
    using var client = await listener.AcceptTcpClientAsync();
    using var stream = client.GetStream();
    await stream.ReadAsync(new byte[4096]);
    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n.NET\n"u8.ToArray());
}
