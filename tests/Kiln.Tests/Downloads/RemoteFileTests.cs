using System.Net;
using Kiln.Downloads;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Downloads;

public sealed class RemoteFileTests : IDisposable
{
    readonly FakeRegistry _server = new(); // any web server would do
    readonly RemoteFile _files = new();

    string Address => $"http://{_server.Address}/tool.tgz";

    public void Dispose()
    {
        _files.Dispose();
        _server.Dispose();
    }

    void Answer(Func<HttpListenerContext, Task> answer) => _server.Fault = async context =>
    {
        await answer(context);
        return true;
    };

    async Task<KilnException> RefusalAsync(string address, RemoteFile? files = null) =>
        await Assert.ThrowsAsync<KilnException>(() => (files ?? _files).HashAsync(address, default));

    [Fact]
    public async Task What_is_served_is_hashed()
    {
        Answer(x => FakeRegistry.AnswerAsync(x, 200, "content"));

        Assert.Equal(Digest.OfBytes("content"u8), await _files.HashAsync(Address, default));
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        Answer(x => x.Request.Url!.AbsolutePath == "/tool.tgz"
            ? FakeRegistry.Redirect(x, "/mirror/tool.tgz")
            : FakeRegistry.AnswerAsync(x, 200, "content"));

        Assert.Equal(Digest.OfBytes("content"u8), await _files.HashAsync(Address, default));
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        Answer(x => FakeRegistry.AnswerAsync(x, 404, "no such file"));

        var error = await RefusalAsync(Address);

        Assert.Equal(
            ("KILN6010", $"'{Address}' cannot be downloaded: it answers HTTP 404. Correct the address where it is named, or try again."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task A_host_where_nothing_listens_is_told()
    {
        var address = $"http://127.0.0.1:{FreePort.Find()}/x";

        var error = await RefusalAsync(address);

        Assert.Equal(
            ("KILN6010", $"'{address}' cannot be downloaded: Connection refused. Correct the address where it is named, or try again."),
            (error.Code, error.Message));
    }

    [Theory]
    [InlineData("http://[::1")]
    [InlineData("ftp://127.0.0.1/x")]
    public async Task An_address_that_is_none_is_told(string address)
    {
        var error = await RefusalAsync(address);

        Assert.Equal("KILN6010", error.Code);
        Assert.StartsWith($"'{address}' cannot be downloaded: ", error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_says_nothing_more_is_not_waited_for_without_end(bool hasBegun)
    {
        using var impatient = new RemoteFile(TimeSpan.FromSeconds(1));
        Answer(async x =>
        {
            x.Response.ContentLength64 = 10;
            if (hasBegun)
                await x.Response.OutputStream.WriteAsync(new byte[1]);
            await FakeRegistry.Hang(x);
        });

        var error = await RefusalAsync(Address, impatient);

        Assert.Equal(
            ("KILN6010", $"'{Address}' cannot be downloaded: it took longer than 1 s. Correct the address where it is named, or try again."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task A_download_that_breaks_has_no_hash()
    {
        Answer(async x =>
        {
            x.Response.ContentLength64 = 10;
            await x.Response.OutputStream.WriteAsync(new byte[1]);
            x.Response.Abort();
        });

        Assert.Equal("KILN6010", (await RefusalAsync(Address)).Code);
    }
}
