using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public string? ConcurrentId => GetVariable("CI_CONCURRENT_ID");

    public string? ConcurrentProjectId => GetVariable("CI_CONCURRENT_PROJECT_ID");

    public bool DisposableEnvironment => GetVariable<bool>("CI_DISPOSABLE_ENVIRONMENT");

    public string? RunnerDescription => GetVariable("CI_RUNNER_DESCRIPTION");

    public string? RunnerExecutableArch => GetVariable("CI_RUNNER_EXECUTABLE_ARCH");

    public long RunnerId => GetVariable<long>("CI_RUNNER_ID");

    public string? RunnerRevision => GetVariable("CI_RUNNER_REVISION");

    public string? RunnerShortToken => GetVariable("CI_RUNNER_SHORT_TOKEN");

    public string? RunnerTags => GetVariable("CI_RUNNER_TAGS");

    public string? RunnerVersion => GetVariable("CI_RUNNER_VERSION");

    public bool SharedEnvironment => GetVariable<bool>("CI_SHARED_ENVIRONMENT");
}
