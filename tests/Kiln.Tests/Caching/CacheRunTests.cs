using Kiln.Caching;
using Kiln.Commits;

namespace Kiln.Tests.Caching;

public sealed class CacheRunTests
{
    const string Home = """ "repository":{"full_name":"us/app","default_branch":"main"} """;
    const string Ours = """ "head":{"repo":{"full_name":"us/app"}} """;
    const string Fork = """ "head":{"repo":{"full_name":"them/app"}} """;

    // event                | what it says of its code     | trusted
    [Theory]
    [InlineData("push", "{" + Home + "}", true)]
    [InlineData("schedule", "{" + Home + "}", true)]
    [InlineData("workflow_dispatch", "{" + Home + "}", true)]
    [InlineData("release", "{" + Home + "}", true)]
    [InlineData("merge_group", "{" + Home + "}", true)]
    [InlineData("pull_request", "{" + Home + ",\"pull_request\":{" + Ours + "}}", true)]
    [InlineData("pull_request", "{" + Home + ",\"pull_request\":{" + Fork + "}}", false)]
    [InlineData("pull_request", "{" + Home + ",\"pull_request\":{\"head\":{\"repo\":null}}}", false)]
    [InlineData("pull_request", "no JSON", false)]
    [InlineData("pull_request_target", "{" + Home + ",\"pull_request\":{" + Ours + "}}", false)]
    [InlineData("issue_comment", "{" + Home + "}", false)]
    [InlineData("workflow_run", "{" + Home + ",\"workflow_run\":{\"head_repository\":{\"full_name\":\"us/app\"}}}", true)]
    [InlineData("workflow_run", "{" + Home + ",\"workflow_run\":{\"head_repository\":{\"full_name\":\"them/app\"}}}", false)]
    [InlineData("", null, false)]
    public void Trusts_only_events_whose_code_is_the_repository_s(string name, string? happened, bool isTrusted)
    {
        var run = CacheRun.Of(GitHub(("GITHUB_EVENT_NAME", name), ("GITHUB_REF", "refs/heads/x")), happened, null);

        Assert.Equal(isTrusted, run.Distrust is null);
    }

    [Theory]
    [InlineData("refs/heads/feature/x", "feature/x")]
    [InlineData("refs/tags/v1.0", "v1.0")]
    [InlineData("refs/pull/12/merge", "refs/pull/12")]
    [InlineData("", "detached")]
    public void Names_what_GitHub_builds(string full, string own)
    {
        var run = CacheRun.Of(GitHub(("GITHUB_REF", full), ("GITHUB_BASE_REF", "next")), "{" + Home + "}", null);

        Assert.Equal([own, "next", "main"], run.Refs.ToRead);
    }

    [Fact]
    public void A_fork_s_branch_is_not_taken_for_one_of_ours_on_GitLab()
    {
        var run = CacheRun.Of(
            Variables(
                ("GITLAB_CI", "true"),
                ("CI_COMMIT_REF_NAME", "main"),
                ("CI_MERGE_REQUEST_IID", "7"),
                ("CI_MERGE_REQUEST_SOURCE_PROJECT_ID", "2"),
                ("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "them/app"),
                ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"),
                ("CI_PROJECT_ID", "1"),
                ("CI_DEFAULT_BRANCH", "main"),
                ("CI_REGISTRY_IMAGE", "registry.example.com/us/app")),
            null,
            null);

        Assert.Equal(["merge_request/7", "main"], run.Refs.ToRead);
        Assert.Equal("this run is for a merge request of another project, 'them/app'", run.Distrust);
        Assert.Equal("registry.example.com/us/app/cache", run.ProjectRegistry?.ToString());
    }

    [Fact]
    public void Elsewhere_the_checked_out_branch_counts_and_the_run_is_trusted()
    {
        var commit = new SourceCommit(new string('a', 40), DateTimeOffset.UnixEpoch) { Branch = "topic", DefaultBranch = "main" };

        var run = CacheRun.Of(Variables(), null, commit);

        Assert.Equal((CacheHost.Other, null), (run.Host, run.Distrust));
        Assert.Equal(["topic", "main"], run.Refs.ToRead);
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void A_CI_host_that_nobody_knows_does_not_tell_whose_code_it_runs(string? ci, bool tells) =>
        Assert.Equal(tells, CacheRun.Of(Variables(("CI", ci)), null, null).TellsOrigin);

    static Dictionary<string, string?> GitHub(params (string, string?)[] variables) =>
        Variables([("GITHUB_ACTIONS", "true"), .. variables]);

    static Dictionary<string, string?> Variables(params (string Key, string? Value)[] variables) =>
        variables.ToDictionary(x => x.Key, x => x.Value);
}
