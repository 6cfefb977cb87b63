using Nuke.Common.IO;
using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitHubActions;

// https://docs.github.com/en/actions/reference/workflows-and-actions/variables
partial class GitHubActions
{
    public string? Action => GetVariable("GITHUB_ACTION");

    public string? Actor => GetVariable("GITHUB_ACTOR");

    public string? BaseRef => GetVariable("GITHUB_BASE_REF");

    public string? EventName => GetVariable("GITHUB_EVENT_NAME");

    public string? EventPath => GetVariable("GITHUB_EVENT_PATH");

    public string? HeadRef => GetVariable("GITHUB_HEAD_REF");

    public string? Home => GetVariable("HOME");

    public string? Job => GetVariable("GITHUB_JOB");

    public string? Ref => GetVariable("GITHUB_REF");

    public string? RefName => GetVariable("GITHUB_REF_NAME");

    public string? RefType => GetVariable("GITHUB_REF_TYPE");

    public string? Repository => GetVariable("GITHUB_REPOSITORY");

    public string? RepositoryOwner => GetVariable("GITHUB_REPOSITORY_OWNER");

    public long RunAttempt => GetVariable<long>("GITHUB_RUN_ATTEMPT");

    public long RunId => GetVariable<long>("GITHUB_RUN_ID");

    public long RunNumber => GetVariable<long>("GITHUB_RUN_NUMBER");

    public string? ServerUrl => GetVariable("GITHUB_SERVER_URL");

    public string? Sha => GetVariable("GITHUB_SHA");

    public AbsolutePath? StepSummaryFile => GetVariable("GITHUB_STEP_SUMMARY");

    public string? Token => GetVariable("GITHUB_TOKEN");

    public string? Workflow => GetVariable("GITHUB_WORKFLOW");

    public string? Workspace => GetVariable("GITHUB_WORKSPACE");
}
