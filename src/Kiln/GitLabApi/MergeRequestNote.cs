using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Changes;

namespace Kiln.GitLabApi;

/// <summary>A note of a merge request that is kept up to date: https://docs.gitlab.com/api/notes/</summary>
public sealed class MergeRequestNote : IRequestComment
{
    const int PageSize = 100;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly GitLabMergeRequest _request;
    readonly string _token;

    /// <summary>Asks nobody yet. KILN2015 where there is no token.</summary>
    public MergeRequestNote(GitLabMergeRequest request)
    {
        _request = request;
        _token = request.Project.Token ?? throw Refused("there is no token in GITLAB_TOKEN; make one of the project's with the scope 'api', as a masked variable, since a job's own may not write notes");
    }

    string Notes => $"{_request.Project.Address}/merge_requests/{Uri.EscapeDataString(_request.Number)}/notes";

    /// <inheritdoc />
    public async Task<string> WriteAsync(string topic, string text)
    {
        var mark = $"<!-- kiln: {topic} -->";
        var body = $"{mark}\n{text}";
        using var client = new HttpClient { Timeout = Patience };
        client.DefaultRequestHeaders.Add("PRIVATE-TOKEN", _token);
        try
        {
            var (id, before) = await FindAsync(client, mark);
            if (before?.ReplaceLineEndings("\n") != body.ReplaceLineEndings("\n"))
                id = (await SendAsync(client, id is null ? HttpMethod.Post : HttpMethod.Put, id is null ? Notes : $"{Notes}/{id}", body)).Json["id"]!.GetValue<long>();
            return $"{_request.Page}/-/merge_requests/{_request.Number}#note_{id}";
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            throw Refused($"GitLab cannot be reached: {error.GetBaseException().Message.TrimEnd('.')}", error);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw Refused("what answers is not GitLab's API", error);
        }
    }

    async Task<(long? Id, string? Body)> FindAsync(HttpClient client, string mark)
    {
        for (var page = "1"; page.Length > 0;)
        {
            var (json, headers) = await SendAsync(client, HttpMethod.Get, $"{Notes}?per_page={PageSize}&page={page}", null);
            foreach (var note in json.AsArray())
            {
                if (note!["body"]!.GetValue<string>() is var body && body.StartsWith(mark, StringComparison.Ordinal))
                    return (note["id"]!.GetValue<long>(), body);
            }

            page = headers.TryGetValues("X-Next-Page", out var next) ? next.First() : "";
        }

        return (null, null);
    }

    async Task<(JsonNode Json, HttpResponseHeaders Headers)> SendAsync(HttpClient client, HttpMethod method, string address, string? body)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new StringContent(new JsonObject { ["body"] = body }.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return response.IsSuccessStatusCode
            ? (JsonNode.Parse(await response.Content.ReadAsStringAsync())!, response.Headers)
            : throw Refused(response.StatusCode switch
            {
                HttpStatusCode.Unauthorized => "GitLab does not take the token in GITLAB_TOKEN; it may have expired",
                HttpStatusCode.Forbidden => "the token in GITLAB_TOKEN lacks the scope 'api'",
                HttpStatusCode.NotFound => "GitLab does not show that merge request to the token in GITLAB_TOKEN",
                HttpStatusCode.TooManyRequests => "GitLab answers no more requests for now",
                var status => $"GitLab answers HTTP {(int)status}",
            });
    }

    KilnException Refused(string reason, Exception? error = null) =>
        new(ErrorCodes.CommentRefused, $"No note was written to merge request {_request.Number}: {reason}.", error);
}
