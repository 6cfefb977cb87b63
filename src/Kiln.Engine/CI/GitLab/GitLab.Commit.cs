using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public string? CommitAuthor => GetVariable("CI_COMMIT_AUTHOR");

    public string? CommitBeforeSha => GetVariable("CI_COMMIT_BEFORE_SHA");

    public string? CommitBranch => GetVariable("CI_COMMIT_BRANCH");

    public string? CommitDescription => GetVariable("CI_COMMIT_DESCRIPTION");

    public string? CommitMessage => GetVariable("CI_COMMIT_MESSAGE");

    public string? CommitRefName => GetVariable("CI_COMMIT_REF_NAME");

    public bool CommitRefProtected => GetVariable<bool>("CI_COMMIT_REF_PROTECTED");

    public string? CommitRefSlug => GetVariable("CI_COMMIT_REF_SLUG");

    public string? CommitSha => GetVariable("CI_COMMIT_SHA");

    public string? CommitShortSha => GetVariable("CI_COMMIT_SHORT_SHA");

    public string? CommitTag => GetVariable("CI_COMMIT_TAG");

    public string? CommitTagMessage => GetVariable("CI_COMMIT_TAG_MESSAGE");

    public string? CommitTimestamp => GetVariable("CI_COMMIT_TIMESTAMP");

    public string? CommitTitle => GetVariable("CI_COMMIT_TITLE");
}
