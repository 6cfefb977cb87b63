using System.Net;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests;

/// <summary>A server that answers as a host's documentation says, and writes down what it was asked.</summary>
sealed class ApiServer : IDisposable
{
    readonly FakeRegistry _server = new(); // any web server would do
    readonly List<Answer> _answers = [];

    internal ApiServer() => _server.Fault = AnswerAsync;

    internal string Address => $"http://{_server.Address}";

    internal List<(string Method, string Body, string? Token)> Requests { get; } = [];

    /// <summary>The same as <c>GET /api/v3/…?page=2</c>, in order.</summary>
    internal List<string> Lines { get; } = [];

    public void Dispose() => _server.Dispose();

    /// <summary>The last answer that was given for a request counts.</summary>
    internal void On(string method, string path, int status, string body, string? page = null, params (string Name, string Value)[] headers) =>
        _answers.Insert(0, new Answer(method, path, page, status, body, headers));

    internal void Forget()
    {
        _answers.Clear();
        Requests.Clear();
        Lines.Clear();
    }

    async Task<bool> AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.InputStream);
        Requests.Add((request.HttpMethod, await reader.ReadToEndAsync(), request.Headers["PRIVATE-TOKEN"] ?? request.Headers["Authorization"]));
        Lines.Add($"{request.HttpMethod} {request.RawUrl}");
        var answer = _answers.FirstOrDefault(x => x.Method == request.HttpMethod && x.Path == request.Url!.AbsolutePath && (x.Page is null || x.Page == request.QueryString["page"]))
            ?? new Answer("", "", null, 404, """{ "message": "Not Found" }""", []);
        context.Response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        await FakeRegistry.AnswerAsync(context, answer.Status, answer.Body);
        return true;
    }

    sealed record Answer(string Method, string Path, string? Page, int Status, string Body, (string Name, string Value)[] Headers);
}
