using Kiln.GitHubApi;

namespace Kiln.Tests.GitHubApi;

/// <summary>Against a server that answers as GitHub's documentation says (https://docs.github.com/rest/issues/comments), at the address of an Enterprise server.</summary>
public sealed class PullRequestCommentTests : IDisposable
{
    const string Comments = "/api/v3/repos/acme/shop/issues/7/comments";

    readonly ApiServer _server = new();

    public void Dispose() => _server.Dispose();

    GitHubPullRequest Request => new(new GitHubRepository(new Uri(_server.Address), "acme", "shop") { Token = "t0ken" }, 7);

    [Fact]
    public async Task It_is_written_once_and_then_changed()
    {
        AnswerPage(1, null, Comment(1, "somebody's"));
        On(Comments, "POST", 201, Comment(2, "mine"));
        await new PullRequestComment(Request).WriteAsync("images", "first", TestContext.Current.CancellationToken);
        _server.Forget();
        AnswerPage(1, null, Comment(1, "somebody's"), Comment(2, "<!-- kiln: images -->\\nfirst"));
        On("/api/v3/repos/acme/shop/issues/comments/2", "PATCH", 200, Comment(2, "mine"));

        var address = await new PullRequestComment(Request).WriteAsync("images", "second", TestContext.Current.CancellationToken);

        Assert.Equal("https://github.example.com/acme/shop/pull/7#issuecomment-2", address);
        Assert.Equal(["GET", "PATCH"], Requests.Select(x => x.Method));
        Assert.Contains("second", Requests.Last().Body);
    }

    [Fact]
    public async Task What_it_says_already_is_not_written_again()
    {
        AnswerPage(1, null, Comment(2, "<!-- kiln: images -->\\nthe same"));

        await new PullRequestComment(Request).WriteAsync("images", "the same", TestContext.Current.CancellationToken);

        Assert.Equal(["GET"], Requests.Select(x => x.Method));
    }

    [Fact]
    public async Task It_is_found_on_a_later_page()
    {
        AnswerPage(1, 2, [.. Enumerable.Range(10, 100).Select(x => Comment(x, "talk"))]);
        AnswerPage(2, null, Comment(500, "<!-- kiln: images -->\\nold"));
        On("/api/v3/repos/acme/shop/issues/comments/500", "PATCH", 200, Comment(500, "mine"));

        Assert.EndsWith("#issuecomment-500", await new PullRequestComment(Request).WriteAsync("images", "new", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(401, "GitHub does not take the token in GITHUB_TOKEN")]
    [InlineData(403, "the token in GITHUB_TOKEN lacks the permission 'pull-requests: write', which a pull request from a fork never has: Resource not accessible by integration")]
    [InlineData(404, "GitHub does not show that pull request to the token in GITHUB_TOKEN")]
    [InlineData(502, "GitHub answers HTTP 502")]
    public async Task What_GitHub_refuses_is_told_with_what_is_missing(int status, string reason)
    {
        AnswerPage(1, null);
        On(Comments, "POST", status, """{ "message": "Resource not accessible by integration" }""");

        var failure = await Assert.ThrowsAsync<KilnException>(() => new PullRequestComment(Request).WriteAsync("images", "text", TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.CommentRefused, failure.Code);
        Assert.StartsWith($"No comment was written to pull request 7 of 'acme/shop': {reason}", failure.Message);
    }

    [Fact]
    public async Task A_limit_of_requests_is_told_with_its_end()
    {
        _server.On(
            "GET", Comments, 403, """{ "message": "API rate limit exceeded for installation ID 1." }""", null,
            ("X-RateLimit-Limit", "5000"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1800000000"));

        var failure = await Assert.ThrowsAsync<KilnException>(() => new PullRequestComment(Request).WriteAsync("images", "text", TestContext.Current.CancellationToken));

        Assert.Contains("GitHub answers no more requests until ", failure.Message);
    }

    [Fact]
    public async Task Whoever_waits_for_it_can_end_that()
    {
        AnswerPage(1, null);
        using var ending = new CancellationTokenSource();
        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new PullRequestComment(Request).WriteAsync("images", "text", ending.Token));
    }

    [Fact]
    public async Task A_server_that_is_not_there_and_a_token_that_is_not_there_are_told()
    {
        var gone = await Assert.ThrowsAsync<KilnException>(() => new PullRequestComment(Request with { Repository = Request.Repository with { Server = new Uri("http://127.0.0.1:1/") } }).WriteAsync("images", "text", TestContext.Current.CancellationToken));
        var without = Assert.Throws<KilnException>(() => new PullRequestComment(Request with { Repository = Request.Repository with { Token = null } }));

        Assert.Contains("GitHub cannot be reached", gone.Message);
        Assert.Contains("there is no token in GITHUB_TOKEN", without.Message);
    }

    [Fact]
    public void The_pull_request_is_read_from_the_variables_and_the_event_of_GitHub_alone()
    {
        Dictionary<string, string?> variables = new()
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_REPOSITORY"] = "acme/shop",
            ["GITHUB_SERVER_URL"] = "https://github.example.com",
            ["GITHUB_TOKEN"] = "t0ken",
        };
        const string happened = """{ "action": "opened", "pull_request": { "number": 7, "head": { "sha": "fedcba9876543210" }, "base": { "ref": "main", "sha": "0123456789abcdef" } } }""";

        Assert.Equal(new GitHubPullRequest(new GitHubRepository(new Uri("https://github.example.com"), "acme", "shop") { Token = "t0ken" }, 7) { BaseCommit = "0123456789abcdef", HeadCommit = "fedcba9876543210" }, GitHubPullRequest.Of(variables, happened));
        Assert.Null(GitHubPullRequest.Of(variables, """{ "ref": "refs/heads/main" }"""));
        Assert.Null(GitHubPullRequest.Of(variables, null));
        Assert.Null(GitHubPullRequest.Of(variables, """{ "pull_request": { "number": 7, """)); // damaged
        Assert.Null(GitHubPullRequest.Of(variables, """{ "pull_request": { "number": "seven" } }"""));
        Assert.Null(GitHubPullRequest.Of(new Dictionary<string, string?>(), happened));
        Assert.DoesNotContain("t0ken", $"{GitHubPullRequest.Of(variables, happened)}");
    }

    IEnumerable<(string Method, string Body, string? Token)> Requests => _server.Requests;

    // Octokit asks for the first page without its number.
    void AnswerPage(int page, int? next, params string[] comments) => _server.On(
        "GET", Comments, 200, $"[{string.Join(',', comments)}]", page == 1 ? null : $"{page}",
        next is null ? [] : [("Link", $"<{_server.Address}{Comments}?per_page=100&page={next}>; rel=\"next\"")]);

    void On(string path, string method, int status, string body) => _server.On(method, path, status, body);

    static string Comment(int id, string body) =>
        $$"""{ "id": {{id}}, "html_url": "https://github.example.com/acme/shop/pull/7#issuecomment-{{id}}", "body": "{{body}}" }""";
}
