using Kiln.GitLabApi;
using Kiln.Tests.CleaningUp;

namespace Kiln.Tests.GitLabApi;

/// <summary>Against a server that answers as GitLab's documentation says (https://docs.gitlab.com/api/merge_requests/).</summary>
public sealed class GitLabRefsTests : IDisposable
{
    const string Requests = "/api/v4/projects/42/merge_requests";

    readonly ApiServer _server = new();

    public void Dispose() => _server.Dispose();

    GitLabProject Project => new(new Uri($"{_server.Address}/api/v4"), "42") { Token = "t0ken" };

    [Fact]
    public async Task Open_merge_requests_are_read_from_all_pages_and_branches_elsewhere()
    {
        _server.On("GET", Requests, 200, """[{ "iid": 8 }]""", "1", ("X-Next-Page", "2"));
        _server.On("GET", Requests, 200, """[{ "iid": 3 }]""", "2", ("X-Next-Page", ""));
        var refs = new GitLabRefs(Project, new KnownRefs(["main"], []));

        Assert.Equal(["8", "3"], (await refs.ListOpenRequestsAsync(TestContext.Current.CancellationToken))!.Value);
        Assert.Equal(["main"], (await refs.ListBranchesAsync(TestContext.Current.CancellationToken))!.Value);
        Assert.All(_server.Requests, x => Assert.Equal("t0ken", x.Token));
        Assert.All(_server.Lines, x => Assert.StartsWith($"GET {Requests}?state=opened&", x));
    }

    [Theory]
    [InlineData(401, "t0ken", "GitLab does not take the token in GITLAB_TOKEN; it may have expired")]
    [InlineData(403, "t0ken", "the token in GITLAB_TOKEN lacks the scope 'read_api', or its role is too low")]
    [InlineData(404, "t0ken", "GitLab does not show the project to the token in GITLAB_TOKEN")]
    [InlineData(429, null, "GitLab answers no more requests for now")]
    [InlineData(404, null, "there is no token in GITLAB_TOKEN; make one of the project's with the scope 'read_api', as a masked variable, since a job's own may not")]
    [InlineData(502, "t0ken", "GitLab answers HTTP 502")]
    public async Task What_GitLab_refuses_is_told_with_what_lacks(int status, string? token, string reason)
    {
        _server.On("GET", Requests, status, "{}");

        Assert.Equal($"The merge requests of project 42 cannot be read: {reason}.", await RefusalAsync(Project with { Token = token }));
    }

    [Fact]
    public async Task Something_else_and_nobody_there_are_told()
    {
        _server.On("GET", Requests, 200, "<html>");

        Assert.EndsWith("what answers is not GitLab's API.", await RefusalAsync(Project));
        Assert.Contains("GitLab cannot be reached: ", await RefusalAsync(Project with { Api = new Uri("http://127.0.0.1:1/api/v4") }));
    }

    [Fact]
    public void The_project_is_read_from_the_variables_of_a_job()
    {
        var variables = new Dictionary<string, string?>
        {
            ["GITLAB_CI"] = "true",
            ["CI_PROJECT_ID"] = "42",
            ["CI_API_V4_URL"] = "https://gitlab.example.com/api/v4",
            ["GITLAB_TOKEN"] = "t0ken",
        };

        Assert.Equal(new GitLabProject(new Uri("https://gitlab.example.com/api/v4"), "42") { Token = "t0ken" }, GitLabProject.Of(variables));
        Assert.Null(GitLabProject.Of(new Dictionary<string, string?>()));
        Assert.DoesNotContain("t0ken", $"{Project}");
    }

    static async Task<string> RefusalAsync(GitLabProject project)
    {
        var refusal = await Assert.ThrowsAsync<KilnException>(
            () => new GitLabRefs(project, new KnownRefs([], [])).ListOpenRequestsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCodes.DeletionRefused, refusal.Code);
        return refusal.Message;
    }
}
