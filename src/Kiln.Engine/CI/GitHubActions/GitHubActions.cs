using Kiln.Engine.Output;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>GitHub Actions. Every property reads its variable when it is asked.</summary>
public partial class GitHubActions : Host, IBuildServer
{
    internal GitHubActions()
    {
    }

    public new static GitHubActions? Instance => Host.Instance as GitHubActions;

    internal static bool IsRunningGitHubActions => EnvironmentInfo.HasVariable("GITHUB_ACTIONS");

    internal override ConsolePalette Palette => ConsolePalette.Ansi;

    string? IBuildServer.Branch => Ref;

    string? IBuildServer.Commit => Sha;
}
