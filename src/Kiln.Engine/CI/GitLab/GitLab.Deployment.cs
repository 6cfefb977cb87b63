using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public bool DeployFreeze => GetVariable<bool>("CI_DEPLOY_FREEZE");

    public string? DeployPassword => GetVariable("CI_DEPLOY_PASSWORD");

    public string? DeployUser => GetVariable("CI_DEPLOY_USER");

    public string? EnvironmentAction => GetVariable("CI_ENVIRONMENT_ACTION");

    public string? EnvironmentName => GetVariable("CI_ENVIRONMENT_NAME");

    public string? EnvironmentSlug => GetVariable("CI_ENVIRONMENT_SLUG");

    public string? EnvironmentTier => GetVariable("CI_ENVIRONMENT_TIER");

    public string? EnvironmentUrl => GetVariable("CI_ENVIRONMENT_URL");

    public string? Kubeconfig => GetVariable("KUBECONFIG");

    public bool KubernetesActive => GetVariable<bool>("CI_KUBERNETES_ACTIVE");
}
