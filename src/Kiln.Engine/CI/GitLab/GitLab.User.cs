using static Nuke.Common.EnvironmentInfo;

namespace Nuke.Common.CI.GitLab;

partial class GitLab
{
    public string? ChatChannel => GetVariable("CHAT_CHANNEL");

    public string? ChatInput => GetVariable("CHAT_INPUT");

    public string? ChatUserId => GetVariable("CHAT_USER_ID");

    public string? GitLabUserEmail => GetVariable("GITLAB_USER_EMAIL");

    public long GitLabUserId => GetVariable<long>("GITLAB_USER_ID");

    public string? GitLabUserLogin => GetVariable("GITLAB_USER_LOGIN");

    public string? GitLabUserName => GetVariable("GITLAB_USER_NAME");
}
