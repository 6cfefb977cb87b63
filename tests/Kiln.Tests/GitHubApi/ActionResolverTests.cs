using System.Net;
using Kiln.GitHubApi;
using Kiln.Locking;
using Kiln.Tests.Oci.Registries;
using Kiln.Workflows;
using Kiln.Workflows.Pins;

namespace Kiln.Tests.GitHubApi;

/// <summary>Answers as GitHub's documentation (https://docs.github.com/rest) gives them, from a server on this machine.</summary>
public sealed class ActionResolverTests : IDisposable
{
    static readonly string Commit = new('a', 40);
    static readonly string TagObject = new('b', 40);

    readonly FakeRegistry _server = new(); // any web server would do

    public void Dispose() => _server.Dispose();

    ActionResolver Resolver(string? token = null) => ActionResolver.Of(new Dictionary<string, string?> { ["GITHUB_API_URL"] = $"http://{_server.Address}/api/v3", ["GITHUB_TOKEN"] = token });

    void Answer(Func<string, (int Status, string Body)> answer, Action<HttpListenerContext>? see = null) => _server.Fault = async context =>
    {
        see?.Invoke(context);
        var (status, body) = answer(context.Request.Url!.AbsolutePath);
        context.Response.ContentType = "application/json; charset=utf-8";
        await FakeRegistry.AnswerAsync(context, status, body);
        return true;
    };

    static (int, string) Release(string path) => path switch
    {
        "/api/v3/repos/actions/checkout/releases" => (200, """
            [
              { "tag_name": "codeql-bundle-v9.0.0", "draft": false, "prerelease": false },
              { "tag_name": "v8.0.0", "draft": false, "prerelease": true },
              { "tag_name": "v6.9.9", "draft": false, "prerelease": false },
              { "tag_name": "v7.0.1", "draft": false, "prerelease": false },
              { "tag_name": "v9", "draft": false, "prerelease": false }
            ]
            """),
        "/api/v3/repos/acme/tagged/releases" or "/api/v3/repos/acme/empty/releases" or "/api/v3/repos/acme/empty/tags" => (200, "[]"),
        "/api/v3/repos/acme/tagged/tags" => (200, $$"""[{ "name": "v1", "commit": { "sha": "{{TagObject}}" } }, { "name": "v1.10.0", "commit": { "sha": "{{Commit}}" } }, { "name": "v1.9.0", "commit": { "sha": "{{TagObject}}" } }]"""),
        "/api/v3/repos/actions/checkout/git/refs/tags/v7.0.1" or "/api/v3/repos/actions/checkout/git/ref/tags/v7.0.1" =>
            (200, $$"""{ "ref": "refs/tags/v7.0.1", "object": { "type": "tag", "sha": "{{TagObject}}" } }"""),
        _ when path == $"/api/v3/repos/actions/checkout/git/tags/{TagObject}" =>
            (200, $$"""{ "tag": "v7.0.1", "sha": "{{TagObject}}", "object": { "type": "commit", "sha": "{{Commit}}" } }"""),
        _ => (404, """{ "message": "Not Found" }"""),
    };

    [Fact]
    public async Task An_annotated_tag_is_followed_to_its_commit()
    {
        Answer(Release);

        var (action, commit) = await Resolver().FindNewestAsync("actions/checkout", TestContext.Current.CancellationToken);

        Assert.Equal(("actions/checkout@v7.0.1", Commit), (action.Key, commit));
    }

    [Fact]
    public async Task A_repository_without_releases_has_its_highest_tag()
    {
        Answer(Release);

        var (action, commit) = await Resolver().FindNewestAsync("acme/tagged", TestContext.Current.CancellationToken);

        Assert.Equal(("acme/tagged@v1.10.0", Commit), (action.Key, commit));
    }

    [Fact]
    public async Task One_that_GitHub_does_not_know_does_not_stop_those_behind_it()
    {
        Answer(Release);

        var newest = await Resolver().FindNewestAsync(["acme/gone", "acme/empty", "actions/checkout"], TestContext.Current.CancellationToken);

        Assert.Equal("actions/checkout@v7.0.1", Assert.Single(newest.Found).Action.Key);
        Assert.Collection(
            newest.Problems,
            x => Assert.Contains("'acme/gone' is not known: GitHub has no such repository", x, StringComparison.Ordinal),
            x => Assert.Contains("'acme/empty' is not known: it has neither a release nor a tag that is a version", x, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_GitHub_answers_nobody_it_is_asked_and_told_once()
    {
        var asked = 0;
        Answer(_ => (500, """{ "message": "no" }"""), _ => asked++);

        var newest = await Resolver().FindNewestAsync(["acme/gone", "actions/checkout"], TestContext.Current.CancellationToken);

        Assert.Single(newest.Problems);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Nothing_becomes_older_than_what_is_pinned()
    {
        var content = KilnLock.Empty with { Actions = new Dictionary<string, LockedAction> { ["acme/own@v2.0.0"] = new(Commit, DateTimeOffset.UnixEpoch) } };

        var after = ActionUpdate.Apply(
            content, WorkflowPins.Known, [(ActionVersion.Parse("acme/own@v1.9.9"), TagObject), (ActionVersion.Parse("actions/checkout@v1.0.0"), TagObject)], DateTimeOffset.UtcNow);

        Assert.Equal(content, after);
    }

    [Fact]
    public async Task A_plain_tag_is_the_commit()
    {
        Answer(x => x.Contains("/git/ref", StringComparison.Ordinal)
            ? (200, $$"""{ "ref": "refs/tags/v7.0.1", "object": { "type": "commit", "sha": "{{Commit}}" } }""")
            : Release(x));

        Assert.Equal(Commit, (await Resolver().FindNewestAsync("actions/checkout", TestContext.Current.CancellationToken)).Commit);
    }

    [Fact]
    public async Task A_token_is_sent_where_there_is_one()
    {
        var seen = new List<string?>();
        Answer(Release, x => seen.Add(x.Request.Headers["Authorization"]));

        await Resolver().FindNewestAsync("actions/checkout", TestContext.Current.CancellationToken);
        Assert.All(seen, Assert.Null);
        await Resolver("t0ken").FindNewestAsync("actions/checkout", TestContext.Current.CancellationToken);
        Assert.Equal("Token t0ken", seen[^1]);
    }

    [Theory]
    [InlineData(404, "GitHub has no such repository")]
    [InlineData(401, "does not take the token")]
    [InlineData(500, "HTTP 500")]
    public async Task What_GitHub_refuses_is_told_and_what_is_pinned_stays(int status, string expected)
    {
        Answer(_ => (status, """{ "message": "no" }"""));

        var error = await Assert.ThrowsAsync<KilnException>(() => Resolver("x").FindNewestAsync("actions/checkout", TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.InputUnavailable, error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("What is pinned stays.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("x'", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_is_told_with_its_end_and_the_way_to_more()
    {
        var reset = DateTimeOffset.UtcNow.AddMinutes(31);
        Answer(
            _ => (403, """{ "message": "API rate limit exceeded for 127.0.0.1." }"""),
            x =>
            {
                x.Response.Headers["X-RateLimit-Limit"] = "60";
                x.Response.Headers["X-RateLimit-Remaining"] = "0";
                x.Response.Headers["X-RateLimit-Reset"] = $"{reset.ToUnixTimeSeconds()}";
            });

        var error = await Assert.ThrowsAsync<KilnException>(() => Resolver().FindNewestAsync("actions/checkout", TestContext.Current.CancellationToken));

        Assert.Contains($"until {reset.ToLocalTime():HH:mm}; with the variable GITHUB_TOKEN it answers more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_is_told()
    {
        var address = new Uri($"http://{_server.Address}/");
        _server.Dispose();

        var error = await Assert.ThrowsAsync<KilnException>(() => new ActionResolver(null, address).FindNewestAsync("actions/checkout", TestContext.Current.CancellationToken));

        Assert.Contains("GitHub cannot be reached", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_has_one_version_of_an_action_and_what_did_not_move_keeps_its_entry()
    {
        var (then, now) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero));
        var content = KilnLock.Empty with
        {
            Actions = new Dictionary<string, LockedAction>
            {
                ["actions/checkout@v6.0.0"] = new(Commit, then),
                ["actions/cache@v5.0.5"] = new(Commit, then),
                ["acme/own@v1.0.0"] = new(Commit, then),
            },
        };

        var after = ActionUpdate.Apply(content, WorkflowPins.Known, [(ActionVersion.Parse("actions/checkout@v7.0.1"), TagObject), (ActionVersion.Parse("actions/cache@v5.0.5"), Commit)], now);

        Assert.Equal(["acme/own@v1.0.0", "actions/cache@v5.0.5", "actions/checkout@v7.0.1"], after.Actions.Keys);
        Assert.Equal([then, then, now], after.Actions.Values.Select(x => x.Resolved));
    }

    [Fact]
    public void The_actions_of_a_workflow_are_read_from_it() => Assert.Equal(
        ["actions/checkout", "github/codeql-action"],
        ActionUpdate.RepositoriesIn([new WorkflowFile("a.yml", "steps:\n  - uses: github/codeql-action/upload-sarif@abc\n  - uses: actions/checkout@abc # v1\n  - uses: actions/checkout@abc # v1\n")]));
}
