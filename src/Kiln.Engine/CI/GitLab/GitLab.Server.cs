using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public string? ApiGraphqlUrl => GetVariable("CI_API_GRAPHQL_URL");

    public string? ApiV4Url => GetVariable("CI_API_V4_URL");

    public string? GitLabFeatures => GetVariable("GITLAB_FEATURES");

    public bool GitLabFipsMode => GetVariable<bool>("CI_GITLAB_FIPS_MODE");

    public string? Server => GetVariable("CI_SERVER");

    public string? ServerHost => GetVariable("CI_SERVER_HOST");

    public string? ServerName => GetVariable("CI_SERVER_NAME");

    public string? ServerPort => GetVariable("CI_SERVER_PORT");

    public string? ServerProtocol => GetVariable("CI_SERVER_PROTOCOL");

    public string? ServerRevision => GetVariable("CI_SERVER_REVISION");

    public string? ServerShellSshHost => GetVariable("CI_SERVER_SHELL_SSH_HOST");

    public string? ServerShellSshPort => GetVariable("CI_SERVER_SHELL_SSH_PORT");

    public string? ServerTlsCaFile => GetVariable("CI_SERVER_TLS_CA_FILE");

    public string? ServerTlsCertFile => GetVariable("CI_SERVER_TLS_CERT_FILE");

    public string? ServerTlsKeyFile => GetVariable("CI_SERVER_TLS_KEY_FILE");

    public string? ServerUrl => GetVariable("CI_SERVER_URL");

    public string? ServerVersion => GetVariable("CI_SERVER_VERSION");

    public string? ServerVersionMajor => GetVariable("CI_SERVER_VERSION_MAJOR");

    public string? ServerVersionMinor => GetVariable("CI_SERVER_VERSION_MINOR");

    public string? ServerVersionPatch => GetVariable("CI_SERVER_VERSION_PATCH");

    public string? TemplateRegistryHost => GetVariable("CI_TEMPLATE_REGISTRY_HOST");
}
