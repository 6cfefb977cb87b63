namespace Nuke.Common.CI.GitLab;

public enum GitLabProjectVisibility
{
    Private,
    Internal,
    Public,
}
