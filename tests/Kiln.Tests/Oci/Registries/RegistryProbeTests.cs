using System.Net;
using System.Net.Sockets;
using Kiln.Oci.Registries;

namespace Kiln.Tests.Oci.Registries;

public sealed class RegistryProbeTests(RegistryFixture registries)
{
    [Fact]
    public async Task Knows_a_registry() =>
        Assert.Equal(new RegistryAnswer.Speaks(NeedsCredentials: false), await RegistryProbe.AskAsync(registries.Open));

    [Fact]
    public async Task Knows_a_registry_that_wants_credentials() =>
        Assert.Equal(
            new RegistryAnswer.Speaks(NeedsCredentials: true), await RegistryProbe.AskAsync(registries.Closed));

    [Fact]
    public async Task Knows_a_free_port() =>
        Assert.Equal(new RegistryAnswer.NothingListens(), await RegistryProbe.AskAsync($"127.0.0.1:{FreePort.Find()}"));

    [Fact]
    public async Task Says_what_another_web_server_answers()
    {
        using var server = new FakeRegistry();
        server.Fault = async context =>
        {
            context.Response.Headers["Server"] = "nginx";
            await FakeRegistry.AnswerAsync(context, 404, "<html>", "text/html");
            return true;
        };

        var answer = await RegistryProbe.AskAsync(server.Address);

        var other = Assert.IsType<RegistryAnswer.SomethingElse>(answer);
        Assert.StartsWith("it answers GET /v2/ with HTTP 404 (server '", other.Answered);
        var error = await Assert.ThrowsAsync<RegistryException>(() => RegistryProbe.RequireAsync(server.Address));
        Assert.Equal("KILN2008", error.Code);
        Assert.StartsWith($"'{server.Address}' is no image registry: it answers GET /v2/ with HTTP 404", error.Message);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("")]
    public async Task Knows_a_program_that_does_not_speak_http(string greeting)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = GreetAsync(listener, greeting);

        var answer = await RegistryProbe.AskAsync($"127.0.0.1:{port}");

        Assert.IsType<RegistryAnswer.SomethingElse>(answer);
    }

    [Fact]
    public async Task Waits_no_longer_than_it_is_told()
    {
        using var server = new FakeRegistry();
        server.FailFirst(1, _ => true, FakeRegistry.Hang);

        var answer = await RegistryProbe.AskAsync(server.Address, TimeSpan.FromMilliseconds(300));

        Assert.Equal(new RegistryAnswer.Unreachable("no answer within 0.3 s"), answer);
    }

    [Fact]
    public async Task Does_not_reach_a_host_that_does_not_exist() =>
        Assert.IsType<RegistryAnswer.Unreachable>(await RegistryProbe.AskAsync("registry.invalid"));

    static async Task GreetAsync(TcpListener listener, string greeting)
    {
        while (true)
        {
            using var socket = await listener.AcceptSocketAsync();
            await socket.ReceiveAsync(new byte[4096]);
            await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(greeting));
        }
    }
}
