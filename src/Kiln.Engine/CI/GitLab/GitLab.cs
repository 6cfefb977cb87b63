using Kiln.Engine.Output;

namespace Nuke.Common.CI.GitLab;

/// <summary>GitLab CI/CD. Every property reads its variable when it is asked.</summary>
[CI]
public partial class GitLab : Host, IBuildServer
{
    internal GitLab()
    {
    }

    public new static GitLab? Instance => Host.Instance as GitLab;

    internal static bool IsRunningGitLab => EnvironmentInfo.HasVariable("GITLAB_CI");

    internal override ConsolePalette Palette => ConsolePalette.Ansi;

    string? IBuildServer.Branch => CommitRefName;

    string? IBuildServer.Commit => CommitSha;
}
