using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public bool DebugServices => GetVariable<bool>("CI_DEBUG_SERVICES");

    public bool DebugTrace => GetVariable<bool>("CI_DEBUG_TRACE");

    public long JobId => GetVariable<long>("CI_JOB_ID");

    public string? JobImage => GetVariable("CI_JOB_IMAGE");

    [Obsolete("GitLab 17 no longer sets this variable; use id_tokens.")]
    public string? JobJwt => GetVariable("CI_JOB_JWT");

    [Obsolete("GitLab 17 no longer sets this variable; use id_tokens.")]
    public string? JobJwtV1 => GetVariable("CI_JOB_JWT_V1");

    [Obsolete("GitLab 17 no longer sets this variable; use id_tokens.")]
    public string? JobJwtV2 => GetVariable("CI_JOB_JWT_V2");

    public bool JobManual => GetVariable<bool>("CI_JOB_MANUAL");

    public string? JobName => GetVariable("CI_JOB_NAME");

    public string? JobNameSlug => GetVariable("CI_JOB_NAME_SLUG");

    public string? JobStage => GetVariable("CI_JOB_STAGE");

    public string? JobStartedAt => GetVariable("CI_JOB_STARTED_AT");

    public string? JobStatus => GetVariable("CI_JOB_STATUS");

    public string? JobTimeout => GetVariable("CI_JOB_TIMEOUT");

    public string? JobToken => GetVariable("CI_JOB_TOKEN");

    public string? JobUrl => GetVariable("CI_JOB_URL");

    public string? NodeIndex => GetVariable("CI_NODE_INDEX");

    public string? NodeTotal => GetVariable("CI_NODE_TOTAL");
}
