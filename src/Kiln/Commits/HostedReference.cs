namespace Kiln.Commits;

/// <summary>What a CI host runs for: a branch, a git tag, or a pull request. It checks out a commit, so git cannot tell.</summary>
public sealed record HostedReference
{
    /// <summary>The branch; null in a pull request, whose author chooses its branch's name.</summary>
    public string? Branch { get; init; }

    /// <summary>The git tag.</summary>
    public string? Tag { get; init; }

    /// <summary>The number of the pull or merge request.</summary>
    public string? PullRequest { get; init; }

    /// <summary>Read from the variables of GitHub or GitLab; null elsewhere.</summary>
    public static HostedReference? Of(IReadOnlyDictionary<string, string?> environment)
    {
        return Variable("GITHUB_ACTIONS") == "true" ? OfGitHub(Variable("GITHUB_REF"), Variable("GITHUB_HEAD_REF"))
            : Variable("GITLAB_CI") == "true" ? OfGitLab(Variable("CI_COMMIT_REF_NAME"), Variable("CI_COMMIT_TAG"), Variable("CI_MERGE_REQUEST_IID"))
            : null;

        // Hosts set what does not apply to nothing.
        string? Variable(string name) => environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }

    // pull_request_target runs with the base branch as its ref, and yet for a pull request: only the head tells.
    static HostedReference OfGitHub(string? full, string? head) => (full ?? "").Split('/') switch
    {
        ["refs", "pull", var number, ..] => new() { PullRequest = number },
        ["refs", "tags", .. var name] => new() { Tag = string.Join('/', name) },
        ["refs", "heads", .. var name] when head is null => new() { Branch = string.Join('/', name) },
        _ => new(),
    };

    static HostedReference OfGitLab(string? name, string? tag, string? request) => new()
    {
        PullRequest = request,
        Tag = tag,
        Branch = request is null && tag is null ? name : null,
    };
}
