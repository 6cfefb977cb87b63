using System.Net;
using System.Text;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking;

namespace Kiln.EndToEnd.Inputs;

/// <summary>What <c>ADD</c> fetches, from a web server and a git server on this machine.</summary>
public sealed class RemoteFileTests(PipelineFixture fixture)
{
    [Fact]
    public async Task A_download_must_be_what_was_locked()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var server = new FileServer { Content = "first" };
        var app = bench.Image("app", $"FROM scratch\nADD {server.Address} /file\n");
        var restored = await bench.RestoreAsync(app);

        server.Content = "second";
        var refused = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(restored.Policy, app));
        server.Content = "first";
        await bench.BuildAsync(restored.Policy, app);

        Assert.Equal([server.Address], restored.Lock.Urls.Keys);
        Assert.Equal("KILN6011", refused.Code);
        Assert.Contains($"{restored.Lock.Urls[server.Address].Checksum} was expected", refused.Message);
        await bench.ExpectAsync("app", ("file", "first"));
    }

    [Fact]
    public async Task A_download_that_is_not_locked_is_denied_and_one_that_may_float_is_not()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var server = new FileServer { Content = "nightly" };
        var app = bench.Image("app", $"FROM scratch\nADD {server.Address} /file\n");
        var nothing = await bench.RestoreAsync(bench.Image("none", "FROM scratch\nCOPY note /\n"));
        var free = bench.Request(app) with { Floats = [new FloatingInput(server.Address, "changes every night")] };

        var denied = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(nothing.Policy, app));
        var floating = await bench.RestoreAsync(free);
        await bench.BuildAsync(floating.Policy, app);

        Assert.Equal("KILN6008", denied.Code);
        Assert.Empty(floating.Lock.Urls);
        await bench.ExpectAsync("app", ("file", "nightly"));
    }

    [Fact]
    public async Task A_branch_stays_at_the_locked_commit()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await using var server = await GitServer.StartAsync("one");
        var app = bench.Image("app", $"FROM scratch\nADD {server.Address}#main /repository\n");
        var restored = await bench.RestoreAsync(app);

        var before = await bench.BuildAsync(restored.Policy, app);
        await server.CommitAsync("two");
        var again = bench.Image("app", $"FROM scratch\nADD {server.Address}#main /repository\nCOPY note /\n");
        await bench.BuildAsync(restored.Policy, again);

        Assert.NotEmpty(before);
        Assert.Equal([$"{server.Address}#main"], restored.Lock.Gits.Keys);
        await bench.ExpectAsync("app", ("repository/note", "one"));
    }

    /// <summary>Serves one text under every path.</summary>
    sealed class FileServer : IDisposable
    {
        readonly HttpListener _listener = new();

        public FileServer()
        {
            var place = $"http://127.0.0.1:{PipelineFixture.FreePort()}/";
            Address = $"{place}file.txt";
            _listener.Prefixes.Add(place);
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address { get; }

        public string Content { get; set; } = "";

        public void Dispose() => _listener.Close();

        async Task ServeAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    if (context.Request.HttpMethod != "HEAD")
                        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Content));
                    context.Response.Close();
                }
                // The test is over and the listener closed, or the client went away.
                catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
                {
                }
            }
        }
    }
}
