using Newtonsoft.Json.Linq;

namespace Nuke.Common.CI.GitHubActions;

partial class GitHubActions
{
    private JObject? _event;

    /// <summary>What triggered the run, as GitHub describes it in the event file.</summary>
    public JObject GitHubEvent => _event ??= JObject.Parse(File.ReadAllText(EventPath.NotNull()));

    public bool IsPullRequest => EventName == "pull_request";

    public int? PullRequestNumber => (int?)GitHubEvent["number"];

    public string? PullRequestAction => (string?)GitHubEvent["action"];
}
