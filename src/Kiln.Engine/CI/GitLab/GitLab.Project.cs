using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public string? BuildsDir => GetVariable("CI_BUILDS_DIR");

    public string? DefaultBranch => GetVariable("CI_DEFAULT_BRANCH");

    public bool HasOpenRequirements => GetVariable<bool>("CI_HAS_OPEN_REQUIREMENTS");

    public string? PagesDomain => GetVariable("CI_PAGES_DOMAIN");

    public string? PagesUrl => GetVariable("CI_PAGES_URL");

    public string? ProjectClassificationLabel => GetVariable("CI_PROJECT_CLASSIFICATION_LABEL");

    public string? ProjectDescription => GetVariable("CI_PROJECT_DESCRIPTION");

    public string? ProjectDir => GetVariable("CI_PROJECT_DIR");

    public string? ProjectDirectory => GetVariable("CI_PROJECT_DIR");

    public long ProjectId => GetVariable<long>("CI_PROJECT_ID");

    public string? ProjectName => GetVariable("CI_PROJECT_NAME");

    public string? ProjectNamespace => GetVariable("CI_PROJECT_NAMESPACE");

    public string? ProjectNamespaceId => GetVariable("CI_PROJECT_NAMESPACE_ID");

    public string? ProjectPath => GetVariable("CI_PROJECT_PATH");

    public string? ProjectPathSlug => GetVariable("CI_PROJECT_PATH_SLUG");

    public string? ProjectRepositoryLanguages => GetVariable("CI_PROJECT_REPOSITORY_LANGUAGES");

    public string? ProjectRootNamespace => GetVariable("CI_PROJECT_ROOT_NAMESPACE");

    public string? ProjectTitle => GetVariable("CI_PROJECT_TITLE");

    public string? ProjectUrl => GetVariable("CI_PROJECT_URL");

    public GitLabProjectVisibility ProjectVisibility => GetVariable<GitLabProjectVisibility>("CI_PROJECT_VISIBILITY");

    public string? RepositoryUrl => GetVariable("CI_REPOSITORY_URL");
}
