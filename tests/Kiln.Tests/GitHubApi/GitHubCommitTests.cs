using Kiln.GitHubApi;

namespace Kiln.Tests.GitHubApi;

public sealed class GitHubCommitTests
{
    static readonly Dictionary<string, string?> Variables = new()
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_REPOSITORY"] = "acme/shop",
        ["GITHUB_SERVER_URL"] = "https://github.example.com",
        ["GITHUB_SHA"] = "merge",
        ["GITHUB_TOKEN"] = "t0ken",
    };

    static GitHubCommit Expected(string sha) => new(new GitHubRepository(new Uri("https://github.example.com"), "acme", "shop") { Token = "t0ken" }, sha);

    [Fact]
    public void Of_a_pull_request_it_is_the_newest_of_its_branch_and_never_the_merge() => Assert.Equal(
        Expected("head"), GitHubCommit.Of(Variables, """{ "pull_request": { "number": 7, "head": { "ref": "topic", "sha": "head" }, "base": { "sha": "base" } } }"""));

    [Fact]
    public void Where_the_event_does_not_say_it_none_is_taken_in_its_place() => Assert.Null(GitHubCommit.Of(Variables, """{ "pull_request": { "number": 7 } }"""));

    [Theory]
    [InlineData("""{ "pull_request": """)]
    [InlineData(null)]
    public void Of_a_pull_request_whose_event_is_damaged_or_away_none_is_known(string? happened) =>
        Assert.Null(GitHubCommit.Of(new Dictionary<string, string?>(Variables) { ["GITHUB_REF"] = "refs/pull/7/merge" }, happened));

    [Theory]
    [InlineData("""{ "ref": "refs/heads/main" }""")]
    [InlineData(null)]
    public void Of_anything_else_it_is_the_commit_that_is_built(string? happened) => Assert.Equal(Expected("merge"), GitHubCommit.Of(Variables, happened));

    [Theory]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("GITHUB_REPOSITORY")]
    [InlineData("GITHUB_SHA")]
    public void Elsewhere_there_is_none(string missing) => Assert.Null(GitHubCommit.Of(new Dictionary<string, string?>(Variables) { [missing] = "" }, null));
}
