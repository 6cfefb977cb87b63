using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public bool Ci => GetVariable<bool>("CI");

    public string? ConfigPath => GetVariable("CI_CONFIG_PATH");

    public bool GitLabCi => GetVariable<bool>("GITLAB_CI");

    public string? PipelineCreatedAt => GetVariable("CI_PIPELINE_CREATED_AT");

    public long PipelineId => GetVariable<long>("CI_PIPELINE_ID");

    public string? PipelineIid => GetVariable("CI_PIPELINE_IID");

    public string? PipelineName => GetVariable("CI_PIPELINE_NAME");

    public string? PipelineSource => GetVariable("CI_PIPELINE_SOURCE");

    public bool PipelineTriggered => GetVariable<bool>("CI_PIPELINE_TRIGGERED");

    public string? PipelineUrl => GetVariable("CI_PIPELINE_URL");

    public string? ReleaseDescription => GetVariable("CI_RELEASE_DESCRIPTION");

    public string? TriggerPayload => GetVariable("TRIGGER_PAYLOAD");
}
