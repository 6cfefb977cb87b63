namespace Kiln.Workflows.GitLab;

/// <summary>How pipelines are written for GitLab.</summary>
public sealed record GitLabHost
{
    /// <summary>The file, from the repository's root. Default: <c>.gitlab-ci.yml</c>.</summary>
    public string File { get; init; } = ".gitlab-ci.yml";

    /// <summary>What builds the images. Default: what the runner's own shell reaches.</summary>
    public GitLabEngine Engine { get; init; } = GitLabEngine.Shell;
}
