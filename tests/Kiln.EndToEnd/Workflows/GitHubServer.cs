using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.EndToEnd.Workflows;

/// <summary>GitHub's API on this machine, as far as a job for pull request 7 of acme/shop needs it: its comments, and nothing to clean up.</summary>
sealed class GitHubServer : IDisposable
{
    const string Comments = "/repos/acme/shop/issues/7/comments";

    readonly HttpListener _listener = new();
    readonly string _folder = Directory.CreateTempSubdirectory("kiln-github-").FullName;
    readonly List<string> _comments = [];

    internal GitHubServer()
    {
        Address = $"http://127.0.0.1:{LoopbackPort.Free()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        File.WriteAllText(EventFile, """{ "pull_request": { "number": 7, "head": { "sha": "fedcba9876543210fedcba9876543210fedcba98" } } }""");
        _ = AnswerAsync();
    }

    /// <summary>What is written under the pull request, in order.</summary>
    internal IReadOnlyList<string> Written => _comments;

    /// <summary>Whether the token may only read.</summary>
    internal bool IsForFork { get; set; }

    /// <summary>The page that GitHub shows for the job.</summary>
    internal string Page => File.Exists(PageFile) ? File.ReadAllText(PageFile) : "";

    /// <summary>What the runner tells the job.</summary>
    internal Dictionary<string, string?> Variables => new()
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_REPOSITORY"] = "acme/shop",
        ["GITHUB_API_URL"] = Address,
        ["GITHUB_TOKEN"] = "t0ken",
        ["GITHUB_REF"] = "refs/pull/7/merge",
        ["GITHUB_EVENT_NAME"] = "pull_request",
        ["GITHUB_EVENT_PATH"] = EventFile,
        ["GITHUB_STEP_SUMMARY"] = PageFile,
    };

    string Address { get; }

    string EventFile => Path.Combine(_folder, "event.json");

    string PageFile => Path.Combine(_folder, "page.md");

    public void Dispose()
    {
        _listener.Close();
        Directory.Delete(_folder, recursive: true);
    }

    async Task AnswerAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return; // the test is over
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var (status, answer) = Answer(context.Request.HttpMethod, context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync());
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: true);
        }
    }

    (int Status, string Body) Answer(string method, string path, string body)
    {
        if (method != "GET" && IsForFork || path.EndsWith("/actions/caches", StringComparison.Ordinal))
            return (403, """{ "message": "Resource not accessible by integration" }""");
        switch (method)
        {
            case "GET" when path == Comments:
                return (200, $"[{string.Join(',', _comments.Select((x, i) => Comment(i, x)))}]");
            case "GET" when path is "/repos/acme/shop/branches" or "/repos/acme/shop/pulls":
                return (200, "[]");
            case "POST" when path == Comments:
                _comments.Add(TextOf(body));
                return (201, Comment(_comments.Count - 1, _comments[^1]));
            case "PATCH" when int.TryParse(path.Split('/')[^1], out var number):
                _comments[number - 1] = TextOf(body);
                return (200, Comment(number - 1, _comments[number - 1]));
            default:
                return (404, """{ "message": "Not Found" }""");
        }
    }

    static string TextOf(string body) => JsonNode.Parse(body)!["body"]!.GetValue<string>();

    static string Comment(int index, string text) =>
        new JsonObject { ["id"] = index + 1, ["html_url"] = $"https://github.example.com/acme/shop/pull/7#issuecomment-{index + 1}", ["body"] = text }.ToJsonString();
}
