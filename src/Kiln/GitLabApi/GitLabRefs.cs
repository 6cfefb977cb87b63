using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.CleaningUp;
using Kiln.Primitives;

namespace Kiln.GitLabApi;

/// <summary>The open merge requests of a project (https://docs.gitlab.com/api/merge_requests/); its branches are asked elsewhere, as a job's own token may not.</summary>
/// <param name="project">Whose.</param>
/// <param name="branches">Who knows the branches.</param>
public sealed class GitLabRefs(GitLabProject project, IRefSource branches) : IRefSource
{
    const int PageSize = 100;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public Task<ValueList<string>?> ListBranchesAsync(CancellationToken cancellationToken) => branches.ListBranchesAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<ValueList<string>?> ListOpenRequestsAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        if (project.Token is { } token)
            client.DefaultRequestHeaders.Add("PRIVATE-TOKEN", token);
        try
        {
            var numbers = new List<string>();
            for (var page = "1"; page.Length > 0;)
            {
                var address = $"{project.Address}/merge_requests?state=opened&per_page={PageSize}&page={page}";
                using var response = await client.GetAsync(address, cancellationToken);
                if (!response.IsSuccessStatusCode)
                    throw Refused(ReasonOf(response.StatusCode));
                var requests = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!.AsArray();
                numbers.AddRange(requests.Select(x => x!["iid"]!.GetValue<long>().ToString(CultureInfo.InvariantCulture)));
                page = response.Headers.TryGetValues("X-Next-Page", out var next) ? next.First() : "";
            }

            return numbers.ToValueList();
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Refused($"it cannot be reached: {error.GetBaseException().Message.TrimEnd('.')}", error);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw Refused("what answers is not GitLab's API", error);
        }
    }

    string ReasonOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => "it answers no more requests for now",
        _ when project.Token is null => "there is no token in GITLAB_TOKEN; make one of the project's with the scope 'read_api', as a masked variable, since a job's own may not",
        HttpStatusCode.Unauthorized => "it does not take the token in GITLAB_TOKEN; it may have expired",
        HttpStatusCode.Forbidden => "the token in GITLAB_TOKEN lacks the scope 'read_api'",
        HttpStatusCode.NotFound => "it does not show the project to the token in GITLAB_TOKEN",
        _ => $"it answers HTTP {(int)status}",
    };

    KilnException Refused(string reason, Exception? error = null) =>
        new(ErrorCodes.DeletionRefused, $"GitLab does not tell the merge requests of project {project.Id}: {reason}.", error);
}
