using Kiln.Buildx;
using Kiln.Buildx.Progress;

namespace Kiln.Tests.Buildx.Progress;

public sealed class ProgressStylesTests
{
    [Theory]
    [InlineData("GITHUB_ACTIONS=true TERM=xterm", true, ProgressStyle.GitHubGroups)]
    [InlineData("GITLAB_CI=true", false, ProgressStyle.GitLabSections)]
    [InlineData("CI=true TERM=xterm", true, ProgressStyle.Lines)]
    [InlineData("TERM=xterm", true, ProgressStyle.Live)]
    [InlineData("CI=false TERM=xterm", true, ProgressStyle.Live)]
    [InlineData("NO_COLOR=1 TERM=xterm", true, ProgressStyle.Live)]
    [InlineData("TERM=xterm", false, ProgressStyle.Lines)]
    [InlineData("TERM=dumb", true, ProgressStyle.Lines)]
    [InlineData("NO_COLOR=1", true, ProgressStyle.Lines)]
    public void It_fits_where_the_build_runs(string variables, bool isTerminal, ProgressStyle style) => Assert.Equal(
        style, ProgressStyles.Of(variables.Split(' ').Select(x => x.Split('=')).ToDictionary(x => x[0], x => (string?)x[1]), isTerminal));
}
