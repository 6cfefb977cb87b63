using System.Text.Json.Nodes;
using Kiln.GitHubApi;
using Kiln.Linting;
using Kiln.Primitives;

namespace Kiln.Tests.GitHubApi;

/// <summary>Against a server that answers as GitHub's documentation says (https://docs.github.com/rest/checks/runs), at the address of an Enterprise server.</summary>
public sealed class LintCheckRunTests : IDisposable
{
    const string Sha = "ce587453ced02b1526dfb4cb910479d431683101";
    const string Runs = "/api/v3/repos/acme/shop/check-runs";
    const string RunsOfCommit = $"/api/v3/repos/acme/shop/commits/{Sha}/check-runs";

    readonly ApiServer _server = new();

    public LintCheckRunTests()
    {
        AnswerPage(1, null);
        _server.On("POST", Runs, 201, Run(4));
        _server.On("PATCH", $"{Runs}/4", 200, Run(4));
    }

    public void Dispose() => _server.Dispose();

    GitHubCommit Commit => new(new GitHubRepository(new Uri(_server.Address), "acme", "shop") { Token = "t0ken" }, Sha);

    [Fact]
    public async Task It_has_a_name_a_conclusion_and_each_finding_at_its_line()
    {
        var address = await WriteAsync(Report("FROM debian\nRUN a && \\\n b\n", Finding(Severity.Warning, 5, 6), Finding(Severity.Error, 12, 13)));

        Assert.Equal("https://github.example.com/acme/shop/runs/4", address);
        Assert.All(_server.Requests, x => Assert.Equal("Token t0ken", x.Token));
        var sent = Assert.Single(Sent("POST"));
        Assert.Equal(("Kiln Lint", Sha, "failure"), ((string?)sent["name"], (string?)sent["head_sha"], (string?)sent["conclusion"]));
        Assert.Equal("1 error, 1 warning", (string?)sent["output"]!["title"]);
        Assert.Contains("| api/Dockerfile | 1 error, 1 warning |", (string?)sent["output"]!["summary"]);
        Assert.Equal(
            """
            [{"path":"api/Dockerfile","start_line":2,"end_line":3,"annotation_level":"failure","message":"It is bad. Mend it.","title":"KLN0001"},
            {"path":"api/Dockerfile","start_line":1,"end_line":1,"start_column":6,"end_column":12,"annotation_level":"warning","message":"It is bad. Mend it.","title":"KLN0001"}]
            """.ReplaceLineEndings(""),
            sent["output"]!["annotations"]!.ToJsonString());
    }

    [Theory]
    [InlineData(50, new[] { 50 })]
    [InlineData(51, new[] { 50, 1 })]
    [InlineData(120, new[] { 50, 50, 20 })]
    public async Task Beyond_fifty_findings_are_appended_fifty_at_a_time(int findings, int[] expected)
    {
        await WriteAsync(Many(findings));

        Assert.Equal(["GET", "POST", .. expected.Skip(1).Select(_ => "PATCH")], _server.Requests.Select(x => x.Method));
        var annotations = Sent("POST", "PATCH").Select(x => x["output"]!["annotations"]!.AsArray()).ToArray();
        Assert.Equal(expected, annotations.Select(x => x.Count));
        Assert.Equal(Enumerable.Range(1, findings), annotations.SelectMany(x => x).Select(x => (int)x!["start_line"]!));
    }

    [Fact]
    public async Task Of_very_many_findings_the_most_severe_are_shown_and_the_others_are_counted()
    {
        await WriteAsync(Many(1199), Report("FROM debian\n", Finding(Severity.Error, 5, 6)));

        var annotations = Sent("POST", "PATCH").SelectMany(x => x["output"]!["annotations"]!.AsArray()).ToArray();
        Assert.Equal((1000, "failure"), (annotations.Length, (string?)annotations[0]!["annotation_level"]));
        Assert.Contains("The 1000 most severe of 1200 findings are shown at their lines; all are in `artifacts/reports/lint`.", (string?)Sent("POST").Single()["output"]!["summary"]);
    }

    [Fact]
    public async Task One_that_shows_the_same_is_found_on_any_page_and_none_is_written()
    {
        await WriteAsync(Many(3));
        var id = (string)Sent("POST").Single()["external_id"]!;
        _server.Forget();
        AnswerPage(1, 2, [.. Enumerable.Range(10, 100).Select(x => Run(x, "other", 3))]);
        AnswerPage(2, null, Run(500, id, 3));

        var address = await WriteAsync(Many(3));

        Assert.Equal("https://github.example.com/acme/shop/runs/500", address);
        Assert.Equal(["GET", "GET"], _server.Requests.Select(x => x.Method));
    }

    [Theory]
    [InlineData(3, 2)] // an annotation is missing there, as its job ended in between
    [InlineData(4, 4)] // other findings
    public async Task One_that_shows_less_or_something_else_is_replaced_by_a_new_one(int now, int before)
    {
        await WriteAsync(Many(3));
        var id = (string)Sent("POST").Single()["external_id"]!;
        _server.Requests.Clear();
        AnswerPage(1, null, Run(7, id, before));

        await WriteAsync(Many(now));

        Assert.Equal(["GET", "POST"], _server.Requests.Select(x => x.Method));
    }

    [Theory]
    [InlineData(null, Severity.Error, "success")]
    [InlineData(Severity.Information, Severity.Error, "success")]
    [InlineData(Severity.Warning, Severity.Error, "neutral")]
    [InlineData(Severity.Error, Severity.Error, "failure")]
    [InlineData(Severity.Information, Severity.Warning, "success")]
    [InlineData(Severity.Warning, Severity.Warning, "failure")]
    [InlineData(Severity.Information, Severity.Information, "failure")]
    public async Task The_conclusion_is_what_Lint_makes_of_the_findings(Severity? worst, Severity failsAt, string expected)
    {
        var report = Report("FROM debian\n", worst is { } severity ? [Finding(severity, 5, 6)] : []);

        await new LintCheckRun(Commit).WriteAsync([report], new LintOptions { FailsAt = failsAt }, TestContext.Current.CancellationToken);

        Assert.Equal(expected, (string?)Sent("POST").Single()["conclusion"]);
        Assert.Equal(worst is null, (string?)Sent("POST").Single()["output"]!["title"] == "Nothing found");
    }

    [Theory]
    [InlineData(401, "GitHub does not take the token in GITHUB_TOKEN; it may have expired.")]
    [InlineData(403, "the token in GITHUB_TOKEN lacks the permission 'checks: write', which a pull request from a fork never has: Resource not accessible by integration.")]
    [InlineData(404, "GitHub does not show that commit to the token in GITHUB_TOKEN, which needs the permission 'checks: write'.")]
    [InlineData(502, "GitHub answers HTTP 502: Resource not accessible by integration.")]
    public async Task What_GitHub_refuses_is_told_with_what_is_missing(int status, string reason)
    {
        _server.On("POST", Runs, status, """{ "message": "Resource not accessible by integration" }""");

        var failure = await Assert.ThrowsAsync<KilnException>(() => WriteAsync(Many(1)));

        Assert.Equal(ErrorCodes.CheckRunRefused, failure.Code);
        Assert.Equal($"No check run was written for commit '{Sha}' of 'acme/shop': {reason}", failure.Message);
    }

    [Fact]
    public async Task A_limit_of_requests_is_told_with_its_end()
    {
        _server.On(
            "GET", RunsOfCommit, 403, """{ "message": "API rate limit exceeded for installation ID 1." }""", null,
            ("X-RateLimit-Limit", "5000"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1800000000"));

        var failure = await Assert.ThrowsAsync<KilnException>(() => WriteAsync(Many(1)));

        Assert.EndsWith($"GitHub answers no more requests until {DateTimeOffset.FromUnixTimeSeconds(1800000000).ToLocalTime():HH:mm}.", failure.Message);
    }

    [Fact]
    public async Task Where_GitHub_stops_in_between_it_is_told_how_far_it_came()
    {
        _server.On("PATCH", $"{Runs}/4", 403, """{ "message": "You have exceeded a secondary rate limit. Please wait a few minutes before you try again." }""");

        var failure = await Assert.ThrowsAsync<KilnException>(() => WriteAsync(Many(60)));

        Assert.Equal(
            $"Only 50 of 60 findings were written into the check run for commit '{Sha}' of 'acme/shop': GitHub answers no more requests for now, as there were many at once.",
            failure.Message);
    }

    [Fact]
    public async Task A_server_that_is_not_there_and_a_token_that_is_not_there_are_told()
    {
        var gone = await Assert.ThrowsAsync<KilnException>(() =>
            new LintCheckRun(Commit with { Repository = Commit.Repository with { Server = new Uri("http://127.0.0.1:1/") } }).WriteAsync([Many(1)], new LintOptions(), TestContext.Current.CancellationToken));

        Assert.Contains("GitHub cannot be reached", gone.Message);
        var without = Assert.Throws<KilnException>(() => new LintCheckRun(Commit with { Repository = Commit.Repository with { Token = null } }));
        Assert.Contains("there is no token in GITHUB_TOKEN", without.Message);
    }

    Task<string> WriteAsync(params LintReport[] reports) => new LintCheckRun(Commit).WriteAsync(reports, new LintOptions(), TestContext.Current.CancellationToken);

    IEnumerable<JsonNode> Sent(params string[] methods) => _server.Requests.Where(x => methods.Contains(x.Method)).Select(x => JsonNode.Parse(x.Body)!);

    static LintReport Many(int findings) => Report(
        string.Concat(Enumerable.Repeat("#\n", findings)), [.. Enumerable.Range(0, findings).Select(x => Finding(Severity.Warning, 2 * x, 1))]);

    static LintReport Report(string text, params LintFinding[] findings) => new(new SourceText(text, "api/Dockerfile"), [.. findings]);

    static LintFinding Finding(Severity severity, int start, int length) => new("KLN0001", severity, new SourceSpan(start, length), "It is bad.", "Mend it.");

    // Octokit asks for the first page without its number.
    void AnswerPage(int page, int? next, params string[] runs) => _server.On(
        "GET", RunsOfCommit, 200, $$"""{ "total_count": {{runs.Length}}, "check_runs": [{{string.Join(',', runs)}}] }""", page == 1 ? null : $"{page}",
        next is null ? [] : [("Link", $"<{_server.Address}{RunsOfCommit}?per_page=100&page={next}>; rel=\"next\"")]);

    static string Run(int id, string externalId = "", int annotations = 0) => $$"""
        {
          "id": {{id}}, "head_sha": "{{Sha}}", "external_id": "{{externalId}}", "name": "Kiln Lint", "status": "completed", "conclusion": "neutral",
          "html_url": "https://github.example.com/acme/shop/runs/{{id}}", "started_at": "2018-05-04T01:14:52Z", "completed_at": "2018-05-04T01:14:52Z",
          "output": { "title": "Mighty Readme report", "summary": "", "text": "", "annotations_count": {{annotations}} }, "pull_requests": []
        }
        """;
}
