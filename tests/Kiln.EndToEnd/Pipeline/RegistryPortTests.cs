using System.Net;

namespace Kiln.EndToEnd.Pipeline;

public sealed class RegistryPortTests(PipelineFixture fixture)
{
    [Fact]
    public async Task Something_else_on_the_registry_s_port_is_named()
    {
        var (clone, _) = await fixture.GetAsync();
        using var listener = new HttpListener();
        var port = PipelineFixture.FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        _ = AnswerAsync(listener);

        var refused = await clone.BuildAsync("Restore", "--registry-port", port);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains($"KILN3015: What listens at 127.0.0.1:{port} is no registry", refused.Output);
    }

    static async Task AnswerAsync(HttpListener listener)
    {
        while (listener.IsListening)
        {
            var context = await listener.GetContextAsync();
            context.Response.StatusCode = 404;
            context.Response.Close();
        }
    }
}
