using System.Net;
using System.Net.Sockets;
using System.Text;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Kiln.Components.Tests.Running;

/// <summary>A job of GitHub's as far as a build in it can tell: a folder, the runner's variables, and GitHub's API on this machine, which answers what it was told to.</summary>
sealed class GitHubJob : IDisposable
{
    static readonly string[] Names =
        ["GITHUB_ACTIONS", "GITHUB_REPOSITORY", "GITHUB_SHA", "GITHUB_API_URL", "GITHUB_TOKEN", "GITHUB_EVENT_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_REF"];

    readonly string?[] _before = [.. Names.Select(Environment.GetEnvironmentVariable)];
    readonly TextWriter _console = Console.Out;
    readonly ILogger _log = Log.Logger;
    readonly StringWriter _written = new();
    readonly Told _told = new();
    readonly HttpListener _server;
    readonly Dictionary<string, (int Status, string Body)> _answers = [];

    internal GitHubJob()
    {
        _server = Listen(out var address);
        _ = AnswerAsync();
        string?[] values = ["true", "acme/shop", new string('a', 40), address, "t0ken", null, null, "refs/heads/main"];
        foreach (var (name, value) in Names.Zip(values))
            Environment.SetEnvironmentVariable(name, value);
        Console.SetOut(_written);
        Log.Logger = new LoggerConfiguration().WriteTo.Sink(_told).CreateLogger();
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("kiln-job-").FullName;

    /// <summary>What the build printed for the runner.</summary>
    internal string Printed => _written.ToString();

    /// <summary>What the build told people.</summary>
    internal List<string> Lines => _told.Lines;

    /// <summary>What GitHub was asked, as <c>POST /repos/acme/shop/check-runs</c>, with what was sent.</summary>
    internal List<(string Request, string Body)> Requests { get; } = [];

    internal void Answer(string request, int status, string body) => _answers[request] = (status, body);

    /// <summary>Makes a file of the job, and a variable name it.</summary>
    internal void Give(string variable, string file, string content)
    {
        File.WriteAllText(PathOf(file), content);
        Environment.SetEnvironmentVariable(variable, PathOf(file));
    }

    internal string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public void Dispose()
    {
        Log.Logger = _log;
        Console.SetOut(_console);
        foreach (var (name, value) in Names.Zip(_before))
            Environment.SetEnvironmentVariable(name, value);
        _server.Close();
        Directory.Delete(Folder, recursive: true);
    }

    async Task AnswerAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _server.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return; // the job is over
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var request = $"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}";
            Requests.Add((request, await reader.ReadToEndAsync()));
            var (status, body) = _answers.GetValueOrDefault(request, (404, """{ "message": "Not Found" }"""));
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: true);
        }
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

    sealed class Told : ILogEventSink
    {
        internal List<string> Lines { get; } = [];

        public void Emit(LogEvent told) => Lines.Add((told.Level == LogEventLevel.Warning ? "warning: " : "") + told.RenderMessage());
    }
}
