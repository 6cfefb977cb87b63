using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Nuke.Common.CI.GitHubActions;

partial class GitHubActions
{
    private readonly Lazy<HttpClient> _api = new(CreateClient);
    private long? _jobId;

    /// <summary>The number of the running job, which GitHub tells only through its API.</summary>
    public long JobId => _jobId ??= AskForJobId();

    /// <summary>Comments on an issue or pull request of the repository that is built.</summary>
    public async Task CreateComment(int issue, string text)
    {
        var json = new JObject { ["body"] = text }.ToString();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _api.Value.PostAsync($"repos/{Repository}/issues/{issue}/comments", content);
        response.EnsureSuccessStatusCode();
    }

    private long AskForJobId()
    {
        var jobs = _api.Value.GetStringAsync($"repos/{Repository}/actions/runs/{RunId}/jobs?per_page=100");
        var job = JObject.Parse(jobs.GetAwaiter().GetResult())["jobs"]?.SingleOrDefault(x => (string?)x["name"] == Job);
        return (long)job.NotNull($"Run {RunId} of {Repository} has no job '{Job}'")["id"]!;
    }

    private static HttpClient CreateClient()
    {
        // GitHub Enterprise has its own address; the runner tells it.
        var address = EnvironmentInfo.GetVariable("GITHUB_API_URL") ?? "https://api.github.com";
        var client = new HttpClient { BaseAddress = new Uri(address.TrimEnd('/') + "/") };
        var headers = client.DefaultRequestHeaders;
        headers.UserAgent.ParseAdd("kiln-engine");
        headers.Authorization = new AuthenticationHeaderValue("Bearer", EnvironmentInfo.GetVariable("GITHUB_TOKEN"));
        return client;
    }
}
