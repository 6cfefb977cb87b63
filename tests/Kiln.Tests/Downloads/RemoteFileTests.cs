using System.Net;
using Kiln.Downloads;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Downloads;

public sealed class RemoteFileTests : IDisposable
{
    readonly HttpListener _server = new();
    readonly RemoteFile _files = new();
    readonly string _address = $"http://127.0.0.1:{FreePort.Find()}/";

    public RemoteFileTests()
    {
        _server.Prefixes.Add(_address);
        _server.Start();
        _ = ServeAsync();
    }

    public void Dispose()
    {
        _files.Dispose();
        _server.Close();
    }

    [Theory]
    [InlineData("file")]
    [InlineData("moved")]
    public async Task Is_known_by_what_it_holds_also_behind_a_redirect(string path)
    {
        var digest = await _files.HashAsync(_address + path, CancellationToken.None);

        Assert.Equal(Digest.OfBytes("content"u8), digest);
    }

    [Fact]
    public async Task One_that_is_not_there_is_said()
    {
        var error = await Assert.ThrowsAsync<KilnException>(() => _files.HashAsync(_address + "none", CancellationToken.None));

        Assert.Equal("KILN6010", error.Code);
        Assert.Equal($"'{_address}none' cannot be downloaded: it answers HTTP 404. Correct the address where it is named, or try again.", error.Message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/file")]
    [InlineData("not an address")]
    public async Task A_server_that_is_not_there_is_said(string address)
    {
        var error = await Assert.ThrowsAsync<KilnException>(() => _files.HashAsync(address, CancellationToken.None));

        Assert.Equal("KILN6010", error.Code);
    }

    async Task ServeAsync()
    {
        while (_server.IsListening)
        {
            try
            {
                var context = await _server.GetContextAsync();
                context.Response.StatusCode = context.Request.Url!.AbsolutePath switch { "/file" => 200, "/moved" => 302, _ => 404 };
                context.Response.RedirectLocation = context.Response.StatusCode == 302 ? _address + "file" : null;
                if (context.Response.StatusCode == 200)
                    await context.Response.OutputStream.WriteAsync("content"u8.ToArray());
                context.Response.Close();
            }
            // The test is over and the listener closed.
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
            }
        }
    }
}
