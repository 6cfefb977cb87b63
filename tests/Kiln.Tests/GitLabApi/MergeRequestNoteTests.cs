using Kiln.GitLabApi;

namespace Kiln.Tests.GitLabApi;

/// <summary>Against a server that answers as GitLab's documentation says (https://docs.gitlab.com/api/notes/).</summary>
public sealed class MergeRequestNoteTests : IDisposable
{
    const string Notes = "/api/v4/projects/42/merge_requests/7/notes";

    readonly ApiServer _server = new();

    public void Dispose() => _server.Dispose();

    GitLabMergeRequest Of => new(new GitLabProject(new Uri($"{_server.Address}/api/v4"), "42") { Token = "t0ken" }, "7", "https://gitlab.example.com/acme/shop");

    [Fact]
    public async Task It_is_written_once_found_on_a_later_page_and_then_changed()
    {
        AnswerPage("1", "", """{ "id": 1, "body": "talk" }""");
        On(Notes, "POST", 201, """{ "id": 2 }""");
        Assert.Equal("https://gitlab.example.com/acme/shop/-/merge_requests/7#note_2", await new MergeRequestNote(Of).WriteAsync("images", "first", TestContext.Current.CancellationToken));
        _server.Forget();
        AnswerPage("1", "2", """{ "id": 1, "body": "talk" }""");
        AnswerPage("2", "", """{ "id": 2, "body": "<!-- kiln: images -->\nfirst" }""");
        On($"{Notes}/2", "PUT", 200, """{ "id": 2 }""");

        await new MergeRequestNote(Of).WriteAsync("images", "second", TestContext.Current.CancellationToken);
        await new MergeRequestNote(Of).WriteAsync("images", "first", TestContext.Current.CancellationToken);

        Assert.Equal(["GET", "GET", "PUT", "GET", "GET"], _server.Requests.Select(x => x.Method));
        Assert.All(_server.Requests, x => Assert.Equal("t0ken", x.Token));
    }

    [Theory]
    [InlineData(401, "GitLab does not take the token in GITLAB_TOKEN")]
    [InlineData(403, "the token in GITLAB_TOKEN lacks the scope 'api'")]
    [InlineData(404, "GitLab does not show that merge request")]
    [InlineData(429, "GitLab answers no more requests for now")]
    [InlineData(500, "GitLab answers HTTP 500")]
    [InlineData(200, "what answers is not GitLab's API")]
    public async Task What_GitLab_refuses_is_told_with_what_is_missing(int status, string reason)
    {
        On(Notes, "GET", status, "<html>");

        var failure = await Assert.ThrowsAsync<KilnException>(() => new MergeRequestNote(Of).WriteAsync("images", "text", TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.CommentRefused, failure.Code);
        Assert.StartsWith($"No note was written to merge request 7: {reason}", failure.Message);
    }

    [Fact]
    public async Task Whoever_waits_for_it_can_end_that()
    {
        AnswerPage("1", "");
        using var ending = new CancellationTokenSource();
        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new MergeRequestNote(Of).WriteAsync("images", "text", ending.Token));
    }

    [Fact]
    public async Task A_server_that_is_not_there_and_a_token_that_is_not_there_are_told()
    {
        var gone = await Assert.ThrowsAsync<KilnException>(() => new MergeRequestNote(Of with { Project = Of.Project with { Api = new Uri("http://127.0.0.1:1/api/v4") } }).WriteAsync("images", "text", TestContext.Current.CancellationToken));
        var without = Assert.Throws<KilnException>(() => new MergeRequestNote(Of with { Project = Of.Project with { Token = null } }));

        Assert.Contains("GitLab cannot be reached", gone.Message);
        Assert.Contains("there is no token in GITLAB_TOKEN", without.Message);
    }

    [Fact]
    public void The_merge_request_is_read_from_GitLab_s_variables_alone()
    {
        Dictionary<string, string?> variables = new()
        {
            ["GITLAB_CI"] = "true",
            ["CI_API_V4_URL"] = "https://gitlab.example.com/api/v4",
            ["CI_PROJECT_ID"] = "42",
            ["CI_PROJECT_URL"] = "https://gitlab.example.com/acme/shop",
            ["CI_MERGE_REQUEST_IID"] = "7",
            ["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = "0123456789abcdef",
            ["CI_COMMIT_SHA"] = "fedcba9876543210",
        };

        Assert.Equal(
            new GitLabMergeRequest(new GitLabProject(new Uri("https://gitlab.example.com/api/v4"), "42"), "7", "https://gitlab.example.com/acme/shop") { BaseCommit = "0123456789abcdef", HeadCommit = "fedcba9876543210" },
            GitLabMergeRequest.Of(variables));
        variables["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] = "abcdef9876543210"; // then the other one is a merge that GitLab made to try it
        Assert.Equal("abcdef9876543210", GitLabMergeRequest.Of(variables)?.HeadCommit);
        variables["CI_MERGE_REQUEST_IID"] = "";
        Assert.Null(GitLabMergeRequest.Of(variables));
    }

    void AnswerPage(string page, string next, params string[] notes) => _server.On("GET", Notes, 200, $"[{string.Join(',', notes)}]", page, ("X-Next-Page", next));

    void On(string path, string method, int status, string body) => _server.On(method, path, status, body);
}
