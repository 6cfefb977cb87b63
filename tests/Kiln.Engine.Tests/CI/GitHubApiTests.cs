using System.Net;
using System.Net.Sockets;
using System.Text;
using Nuke.Common.CI.GitHubActions;

namespace Kiln.Engine.Tests.CI;

/// <summary>GITHUB_API_URL points to a server on this machine, as it would to a GitHub Enterprise.</summary>
public sealed class GitHubApiTests : IDisposable
{
    private readonly ChangedVariables _variables = new();
    private readonly HttpListener _server = new();

    public GitHubApiTests()
    {
        var address = $"http://127.0.0.1:{FreePort()}/api/v3/";
        _server.Prefixes.Add(address);
        _server.Start();
        _variables["GITHUB_API_URL"] = address.TrimEnd('/');
        _variables["GITHUB_REPOSITORY"] = "octo/kiln";
        _variables["GITHUB_TOKEN"] = "t0ken";
        _variables["GITHUB_RUN_ID"] = "11";
        _variables["GITHUB_JOB"] = "build";
    }

    public void Dispose()
    {
        _server.Close();
        _variables.Dispose();
    }

    [Fact]
    public async Task Asks_for_the_number_of_the_job_that_runs()
    {
        var answer = AnswerAsync("""{ "jobs": [ { "id": 1, "name": "test" }, { "id": 22, "name": "build" } ] }""");

        var id = await Task.Run(() => new GitHubActions().JobId);

        Assert.Equal(22, id);
        Assert.Equal("GET /api/v3/repos/octo/kiln/actions/runs/11/jobs?per_page=100 Bearer t0ken ", await answer);
    }

    [Fact]
    public async Task Names_a_job_that_the_run_does_not_have()
    {
        var answer = AnswerAsync("""{ "jobs": [] }""");

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Task.Run(() => new GitHubActions().JobId));

        Assert.Equal("Run 11 of octo/kiln has no job 'build'", exception.Message);
        await answer;
    }

    [Fact]
    public async Task Comments_on_an_issue()
    {
        var answer = AnswerAsync("{}");

        await new GitHubActions().CreateComment(5, "say \"hi\"");

        var request = await answer;
        Assert.StartsWith("POST /api/v3/repos/octo/kiln/issues/5/comments Bearer t0ken ", request);
        Assert.Contains("\"say \\\"hi\\\"\"", request);
    }

    /// <summary>Answers one request and tells what it was.</summary>
    private async Task<string> AnswerAsync(string json)
    {
        var context = await _server.GetContextAsync();
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(json));
        context.Response.Close();
        var request = context.Request;
        return $"{request.HttpMethod} {request.RawUrl} {request.Headers["Authorization"]} {body}";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
