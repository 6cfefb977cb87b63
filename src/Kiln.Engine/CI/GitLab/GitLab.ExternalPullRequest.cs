using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public string? ExternalPullRequestIid => GetVariable("CI_EXTERNAL_PULL_REQUEST_IID");

    public string? ExternalPullRequestSourceBranchName => GetVariable("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME");

    public string? ExternalPullRequestSourceBranchSha => GetVariable("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA");

    public string? ExternalPullRequestSourceRepository => GetVariable("CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY");

    public string? ExternalPullRequestTargetBranchName => GetVariable("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME");

    public string? ExternalPullRequestTargetBranchSha => GetVariable("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA");

    public string? ExternalPullRequestTargetRepository => GetVariable("CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY");
}
