using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public string? DependencyProxyDirectGroupImagePrefix =>
        GetVariable("CI_DEPENDENCY_PROXY_DIRECT_GROUP_IMAGE_PREFIX");

    public string? DependencyProxyGroupImagePrefix => GetVariable("CI_DEPENDENCY_PROXY_GROUP_IMAGE_PREFIX");

    public string? DependencyProxyPassword => GetVariable("CI_DEPENDENCY_PROXY_PASSWORD");

    public string? DependencyProxyServer => GetVariable("CI_DEPENDENCY_PROXY_SERVER");

    public string? DependencyProxyUser => GetVariable("CI_DEPENDENCY_PROXY_USER");

    public string? Registry => GetVariable("CI_REGISTRY");

    public string? RegistryImage => GetVariable("CI_REGISTRY_IMAGE");

    public string? RegistryPassword => GetVariable("CI_REGISTRY_PASSWORD");

    public string? RegistryUser => GetVariable("CI_REGISTRY_USER");
}
