using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.GitLabApi;

/// <summary>GitLab's REST API (https://docs.gitlab.com/api/rest/) by path below a project. What is refused names the scope that lacks.</summary>
/// <param name="project">Whose.</param>
/// <param name="scope">What the token needs: <c>read_api</c> to read, <c>api</c> to write.</param>
/// <param name="subject">What the questions are about, for example "that merge request".</param>
/// <param name="refuse">What the caller makes of a reason.</param>
sealed class ProjectApi(GitLabProject project, string scope, string subject, Func<string, Exception?, KilnException> refuse)
{
    const int PageSize = 100;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What lacks where there is no token.</summary>
    internal string WithoutToken => $"there is no token in GITLAB_TOKEN; make one of the project's with the scope '{scope}', as a masked variable, since a job's own may not";

    /// <summary>What an array holds, page after page, as far as it is asked for.</summary>
    /// <param name="path">Below the project, with its query where it has one.</param>
    /// <param name="read">Takes from an item what is wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async IAsyncEnumerable<T> ListAsync<T>(string path, Func<JsonElement, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = "1"; page.Length > 0;)
        {
            var address = $"{path}{(path.Contains('?') ? '&' : '?')}per_page={PageSize}&page={page}";
            (var found, page) = await AskAsync(HttpMethod.Get, address, null, x => x.EnumerateArray().Select(read).ToArray(), cancellationToken);
            foreach (var item in found)
                yield return item;
        }
    }

    /// <summary>Writes an object, and reads what became of it.</summary>
    /// <param name="method">POST for a new one, PUT for one that is there.</param>
    /// <param name="path">Below the project.</param>
    /// <param name="content">What it says.</param>
    /// <param name="read">Takes from the answer what is wanted.</param>
    /// <param name="cancellationToken">Ends it; what was sent by then may be written.</param>
    internal async Task<T> WriteAsync<T>(HttpMethod method, string path, JsonObject content, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        (await AskAsync(method, path, content, read, cancellationToken)).Found;

    async Task<(T Found, string NextPage)> AskAsync<T>(HttpMethod method, string path, JsonObject? content, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var request = new HttpRequestMessage(method, $"{project.Address}/{path}");
            if (project.Token is { } token)
                request.Headers.Add("PRIVATE-TOKEN", token);
            if (content is not null)
                request.Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await client.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw refuse(ReasonOf(response.StatusCode), null);
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            return (read(document.RootElement), response.Headers.TryGetValues("X-Next-Page", out var next) ? next.First() : "");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw refuse($"GitLab cannot be reached: {error.GetBaseException().Message.TrimEnd('.')}", error);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw refuse("what answers is not GitLab's API", error);
        }
    }

    string ReasonOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => "GitLab answers no more requests for now",
        _ when project.Token is null => WithoutToken,
        HttpStatusCode.Unauthorized => "GitLab does not take the token in GITLAB_TOKEN; it may have expired",
        HttpStatusCode.Forbidden => $"the token in GITLAB_TOKEN lacks the scope '{scope}', or its role is too low",
        HttpStatusCode.NotFound => $"GitLab does not show {subject} to the token in GITLAB_TOKEN",
        _ => $"GitLab answers HTTP {(int)status}",
    };
}
