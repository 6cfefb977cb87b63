using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public bool MergeRequestApproved => GetVariable<bool>("CI_MERGE_REQUEST_APPROVED");

    public string? MergeRequestAssignees => GetVariable("CI_MERGE_REQUEST_ASSIGNEES");

    public string? MergeRequestDescription => GetVariable("CI_MERGE_REQUEST_DESCRIPTION");

    public bool MergeRequestDescriptionIsTruncated => GetVariable<bool>("CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED");

    public string? MergeRequestDiffBaseSha => GetVariable("CI_MERGE_REQUEST_DIFF_BASE_SHA");

    public string? MergeRequestDiffId => GetVariable("CI_MERGE_REQUEST_DIFF_ID");

    public string? MergeRequestEventType => GetVariable("CI_MERGE_REQUEST_EVENT_TYPE");

    public string? MergeRequestId => GetVariable("CI_MERGE_REQUEST_ID");

    public string? MergeRequestIid => GetVariable("CI_MERGE_REQUEST_IID");

    public string? MergeRequestLabels => GetVariable("CI_MERGE_REQUEST_LABELS");

    public string? MergeRequestMilestone => GetVariable("CI_MERGE_REQUEST_MILESTONE");

    public string? MergeRequestProjectId => GetVariable("CI_MERGE_REQUEST_PROJECT_ID");

    public string? MergeRequestProjectPath => GetVariable("CI_MERGE_REQUEST_PROJECT_PATH");

    public string? MergeRequestProjectUrl => GetVariable("CI_MERGE_REQUEST_PROJECT_URL");

    public string? MergeRequestRefPath => GetVariable("CI_MERGE_REQUEST_REF_PATH");

    public string? MergeRequestSourceBranchName => GetVariable("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME");

    public bool MergeRequestSourceBranchProtected => GetVariable<bool>("CI_MERGE_REQUEST_SOURCE_BRANCH_PROTECTED");

    public string? MergeRequestSourceBranchSha => GetVariable("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA");

    public string? MergeRequestSourceProjectId => GetVariable("CI_MERGE_REQUEST_SOURCE_PROJECT_ID");

    public string? MergeRequestSourceProjectPath => GetVariable("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH");

    public string? MergeRequestSourceProjectUrl => GetVariable("CI_MERGE_REQUEST_SOURCE_PROJECT_URL");

    public bool MergeRequestSquashOnMerge => GetVariable<bool>("CI_MERGE_REQUEST_SQUASH_ON_MERGE");

    public string? MergeRequestTargetBranchName => GetVariable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME");

    public bool MergeRequestTargetBranchProtected => GetVariable<bool>("CI_MERGE_REQUEST_TARGET_BRANCH_PROTECTED");

    public string? MergeRequestTargetBranchSha => GetVariable("CI_MERGE_REQUEST_TARGET_BRANCH_SHA");

    public string? MergeRequestTitle => GetVariable("CI_MERGE_REQUEST_TITLE");

    public string? OpenMergeRequests => GetVariable("CI_OPEN_MERGE_REQUESTS");
}
