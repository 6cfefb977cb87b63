using System.Net;
using System.Net.Sockets;
using System.Text;
using Kiln.Components.Running;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Assert = Xunit.Assert;

namespace Kiln.Components.Tests.Running;

/// <summary>A build that GitHub runs, as far as the build can tell.</summary>
[Collection(nameof(HostVariables))]
public sealed class CheckRunTests : IDisposable
{
    static readonly string[] Names = ["GITHUB_ACTIONS", "GITHUB_REPOSITORY", "GITHUB_SHA", "GITHUB_SERVER_URL", "GITHUB_TOKEN", "GITHUB_EVENT_PATH"];

    readonly string?[] _before = [.. Names.Select(Environment.GetEnvironmentVariable)];
    readonly TextWriter _console = Console.Out;
    readonly StringWriter _written = new();
    readonly string _folder = Directory.CreateTempSubdirectory("kiln-check-run-").FullName;
    readonly HttpListener _server;

    public CheckRunTests()
    {
        File.WriteAllText(Path.Combine(_folder, "Dockerfile"), "FROM debian\nUSER 65532\n");
        _server = Listen(out var address);
        string?[] values = ["true", "acme/shop", new string('a', 40), address, "t0ken", null];
        foreach (var (name, value) in Names.Zip(values))
            Environment.SetEnvironmentVariable(name, value);
        Console.SetOut(_written);
    }

    public void Dispose()
    {
        Console.SetOut(_console);
        foreach (var (name, value) in Names.Zip(_before))
            Environment.SetEnvironmentVariable(name, value);
        _server.Close();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_a_check_run_shows_the_runner_is_not_told_again()
    {
        var posts = AnswerAsync(201, """{ "id": 4, "html_url": "https://github.example.com/acme/shop/runs/4" }""");
        var build = new LintBuild(_folder);

        await PipelineRun.Of(build).CreateCheckRunAsync(build);
        await PipelineRun.Of(build).LintAsync(build);

        Assert.Contains("KLN1001", Assert.Single(await StoppedAsync(posts)));
        Assert.DoesNotContain("::warning", _written.ToString());
    }

    [Fact]
    public async Task Where_GitHub_refuses_it_the_runner_is_told_and_no_build_fails()
    {
        var posts = AnswerAsync(403, """{ "message": "Resource not accessible by integration" }""");
        var build = new LintBuild(_folder);

        await PipelineRun.Of(build).CreateCheckRunAsync(build);
        await PipelineRun.Of(build).LintAsync(build);

        Assert.Single(await StoppedAsync(posts));
        Assert.Contains("::warning file=", _written.ToString());
    }

    [Fact]
    public void It_is_skipped_where_GitHub_does_not_run_the_build()
    {
        Assert.True(PipelineRun.IsForCommitOnGitHub);

        Environment.SetEnvironmentVariable("GITHUB_ACTIONS", null);

        Assert.False(PipelineRun.IsForCommitOnGitHub);
    }

    /// <summary>There are no check runs yet; what is to be one is answered with this.</summary>
    async Task<List<string>> AnswerAsync(int status, string body)
    {
        var posts = new List<string>();
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _server.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return posts; // the test is over
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var isPost = context.Request.HttpMethod == "POST";
            if (isPost)
                posts.Add(await reader.ReadToEndAsync());
            context.Response.StatusCode = isPost ? status : 200;
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.Close(Encoding.UTF8.GetBytes(isPost ? body : """{ "total_count": 0, "check_runs": [] }"""), willBlock: true);
        }
    }

    Task<List<string>> StoppedAsync(Task<List<string>> answering)
    {
        _server.Stop();
        return answering;
    }

    static HttpListener Listen(out string address)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        var listener = new HttpListener { Prefixes = { address } };
        listener.Start();
        return listener;
    }

    sealed class LintBuild(string folder) : NukeBuild, ICreateCheckRun
    {
        IEnumerable<ImageSpec> IHazImages.Images => [new("api", (AbsolutePath)folder)];

        AbsolutePath IHazArtifacts.ArtifactsDirectory => (AbsolutePath)folder / "artifacts";
    }
}
