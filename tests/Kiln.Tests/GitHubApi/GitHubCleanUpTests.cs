using Kiln.CleaningUp;
using Kiln.GitHubApi;
using Kiln.Primitives;
using Kiln.Reporting;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.GitHubApi;

/// <summary>
/// Against a server that answers as GitHub's documentation says (https://docs.github.com/rest/actions/cache, https://docs.github.com/rest/packages/packages),
/// at the address of an Enterprise server.
/// </summary>
public sealed class GitHubCleanUpTests : IDisposable
{
    const string Caches = "/api/v3/repos/acme/shop/actions/caches";
    const string Pulls = "/api/v3/repos/acme/shop/pulls";
    const string Branches = "/api/v3/repos/acme/shop/branches";
    const string Versions = "/api/v3/orgs/acme/packages/container/team%2Fapi/versions";

    static readonly Digest Manifest = Digest.OfBytes("a manifest"u8);

    readonly ApiServer _server = new();
    readonly Said _said = new();

    public void Dispose() => _server.Dispose();

    GitHubRepository Repository => new(new Uri(_server.Address), "acme", "shop") { Token = "t0ken" };

    CleanUpRequest Request => new() { Images = [], Refs = new GitHubRefs(Repository), HostCache = new GitHubCaches(Repository), Access = Clients.Quick };

    [Fact]
    public async Task Caches_of_closed_requests_and_gone_branches_are_found_on_all_pages_and_deleted()
    {
        AnswerRefs();
        AnswerPage(Caches, 1, 2, Page([Cache(1, "refs/heads/main"), Cache(2, "refs/pull/7/merge")]));
        AnswerPage(Caches, 2, null, Page([Cache(3_000_000_000, "refs/pull/7/merge"), Cache(4, "refs/pull/8/merge"), Cache(5, "refs/heads/gone")]));
        foreach (var id in (long[])[2, 3_000_000_000, 5])
            _server.On("DELETE", $"{Caches}/{id}", 204, "");

        var plan = await PlanAsync();
        Assert.DoesNotContain(_server.Lines, x => x.StartsWith("DELETE ", StringComparison.Ordinal));
        var gone = await RemoveAsync(plan);

        Assert.Equal(
            [
                "Stays     GitHub's cache of acme/shop: refs/heads/main (the branch 'main' is there)",
                "Stays     GitHub's cache of acme/shop: refs/pull/8/merge (request 8 is open)",
                "Goes      GitHub's cache of acme/shop: refs/heads/gone (the branch is gone; 1 entry, 1.5 MB)",
                "Goes      GitHub's cache of acme/shop: refs/pull/7/merge (request 7 is closed; 2 entries, 3.0 MB)",
                "Together  2 leftovers, 4.5 MB",
            ],
            CleanUpSummary.Lines(plan));
        Assert.Equal(
            [$"DELETE {Caches}/5", $"DELETE {Caches}/2", $"DELETE {Caches}/3000000000"],
            _server.Lines.Where(x => x.StartsWith("DELETE ", StringComparison.Ordinal)));
        Assert.Equal(plan.Leftovers, gone);
        Assert.Empty(_said.Lines);
        Assert.All(_server.Requests, x => Assert.Equal("Token t0ken", x.Token));
    }

    [Fact]
    public async Task A_cache_that_is_gone_already_is_no_error()
    {
        AnswerRefs();
        AnswerPage(Caches, 1, null, Page([Cache(2, "refs/pull/7/merge")]));

        Assert.Single(await RemoveAsync(await PlanAsync())); // which is answered with 404
        Assert.Empty(_said.Lines);
    }

    [Fact]
    public async Task A_permission_that_lacks_is_named_once_and_the_rest_of_that_place_is_not_tried()
    {
        AnswerRefs();
        AnswerPage(Caches, 1, null, Page([Cache(2, "refs/pull/6/merge"), Cache(3, "refs/pull/7/merge")]));
        _server.On("DELETE", $"{Caches}/2", 403, """{ "message": "Resource not accessible by integration" }""");

        var gone = await RemoveAsync(await PlanAsync());

        Assert.Empty(gone);
        Assert.Equal(
            [
                "warning: What is left stays as it is: GitHub's cache of acme/shop. KILN2020: GitHub does nothing for 'acme/shop': "
                + "the token in GITHUB_TOKEN lacks the permission 'actions: write', which a pull request from a fork never has: Resource not accessible by integration.",
            ],
            _said.Lines);
        Assert.Single(_server.Lines, x => x.StartsWith("DELETE ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_permission_to_see_requests_none_is_taken_for_closed()
    {
        AnswerRefs();
        _server.On("GET", Pulls, 403, """{ "message": "Resource not accessible by integration" }""");
        AnswerPage(Caches, 1, null, Page([Cache(2, "refs/pull/7/merge"), Cache(5, "refs/heads/gone")]));

        var plan = await PlanAsync();

        Assert.Equal(["refs/heads/gone"], plan.Leftovers.SelectMany(x => x.Names));
        Assert.Equal(
            [
                "warning: The open requests are not known, so nothing goes that could belong to one. KILN2020: GitHub does nothing for 'acme/shop': "
                + "the token in GITHUB_TOKEN lacks the permission 'pull-requests: read': Resource not accessible by integration.",
            ],
            _said.Lines);
    }

    [Theory]
    [InlineData(401, "GitHub does not take the token in GITHUB_TOKEN; it may have expired.")]
    [InlineData(404, "GitHub does not show that to the token in GITHUB_TOKEN, which needs the permission 'actions: read'.")]
    [InlineData(502, "GitHub answers HTTP 502")]
    public async Task What_GitHub_refuses_to_list_is_a_warning(int status, string reason)
    {
        AnswerRefs();
        _server.On("GET", Caches, status, """{ "message": "no" }""");

        Assert.Empty((await PlanAsync()).Leftovers);
        Assert.StartsWith($"warning: Left as it is: GitHub's cache of acme/shop. KILN2020: GitHub does nothing for 'acme/shop': {reason}", Assert.Single(_said.Lines));
    }

    [Fact]
    public async Task A_limit_of_requests_is_told_with_its_end()
    {
        AnswerRefs();
        _server.On(
            "GET", Caches, 403, """{ "message": "API rate limit exceeded for installation ID 1." }""", null,
            ("X-RateLimit-Limit", "5000"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1800000000"));

        await PlanAsync();

        Assert.Contains("GitHub answers no more requests until ", Assert.Single(_said.Lines));
    }

    [Fact]
    public async Task Neither_a_token_nor_GitHub_need_be_there()
    {
        var without = Repository with { Token = null };
        var gone = Repository with { Server = new Uri("http://127.0.0.1:1/") };

        await PlanAsync(Request with { Refs = null, HostCache = new GitHubCaches(without) });
        await PlanAsync(Request with { Refs = null, HostCache = new GitHubCaches(gone) });

        Assert.Contains("there is no token in GITHUB_TOKEN; ", _said.Lines[0]);
        Assert.Contains("GitHub cannot be reached: ", _said.Lines[1]);
        Assert.Empty(_server.Lines);
    }

    [Fact]
    public async Task Something_that_is_not_GitHub_is_a_warning()
    {
        AnswerRefs();
        _server.On("GET", Caches, 200, """{ "message": "hello" }""");

        await PlanAsync();

        Assert.EndsWith("what answers is not GitHub's API.", Assert.Single(_said.Lines));
    }

    [Theory]
    [InlineData("Organization", "orgs")]
    [InlineData("User", "users")]
    public async Task In_ghcr_io_the_version_of_the_digest_is_deleted_and_what_is_not_there_is_not_missed(string type, string kind)
    {
        var versions = Versions.Replace("orgs", kind, StringComparison.Ordinal);
        _server.On("GET", "/api/v3/users/acme", 200, $$"""{ "login": "acme", "type": "{{type}}" }""");
        AnswerPage(versions, 1, 2, $"[{Version(1, Digest.OfBytes([1]))}]");
        AnswerPage(versions, 2, null, $"[{Version(3_000_000_000, Manifest)}]");
        _server.On("DELETE", $"{versions}/3000000000", 204, "");
        var (packages, api) = (new ContainerPackages(Repository), ImageReference.Parse("ghcr.io/acme/team/api"));

        await packages.RemoveAsync(api, Manifest, TestContext.Current.CancellationToken);
        await packages.RemoveAsync(api, Digest.OfBytes([2]), TestContext.Current.CancellationToken);

        Assert.Equal(
            ["GET /api/v3/users/acme", $"GET {versions}?per_page=100", $"GET {versions}?per_page=100&page=2", $"DELETE {versions}/3000000000"],
            _server.Lines);
    }

    [Theory]
    [InlineData(403, "the token in GITHUB_TOKEN lacks the permission 'packages: write', which a pull request from a fork never has: no")]
    [InlineData(404, "GitHub hides the package 'ghcr.io/acme/team/api' from the token in GITHUB_TOKEN, which needs 'packages: write' and the role Admin")]
    public async Task A_package_that_may_not_be_deleted_is_told_with_what_lacks(int status, string reason)
    {
        _server.On("GET", "/api/v3/users/acme", 200, """{ "login": "acme", "type": "Organization" }""");
        AnswerPage(Versions, 1, null, $"[{Version(1, Manifest)}]");
        _server.On("DELETE", $"{Versions}/1", status, """{ "message": "no" }""");

        var refusal = await Assert.ThrowsAsync<KilnException>(
            () => new ContainerPackages(Repository).RemoveAsync(ImageReference.Parse("ghcr.io/acme/team/api"), Manifest, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.DeletionRefused, refusal.Code);
        Assert.StartsWith($"GitHub does nothing for 'acme/shop': {reason}", refusal.Message);
    }

    [Fact]
    public async Task Images_of_ghcr_io_are_deleted_there_and_no_other()
    {
        _server.On("GET", "/api/v3/users/acme", 200, """{ "login": "acme", "type": "Organization" }""");
        AnswerPage(Versions, 1, null, $"[{Version(1, Manifest)}]");
        _server.On("DELETE", $"{Versions}/1", 204, "");
        var leftover = new Leftover.InRegistry(ImageReference.Parse("ghcr.io/acme/team/api"), [Manifest]) { Place = "ghcr.io/acme/team/api", Names = ["pr-7"], Why = "for a test", Size = 1 };

        var gone = await new LeftoverRemover(_said).RemoveAsync(
            new CleanUpPlan { Leftovers = [leftover] },
            Request with { Removers = [new(ContainerPackages.Registry, new ContainerPackages(Repository))] },
            TestContext.Current.CancellationToken);

        Assert.Equal([leftover], gone);
        Assert.Equal($"DELETE {Versions}/1", _server.Lines[^1]);
    }

    [Theory]
    [InlineData("https://github.com/acme/shop.git", "acme/shop")]
    [InlineData("git@github.com:acme/shop.git", "acme/shop")]
    [InlineData("ssh://git@github.com/acme/shop", "acme/shop")]
    [InlineData("https://gitlab.com/acme/shop.git", null)]
    [InlineData("https://github.com/acme", null)]
    [InlineData(null, null)]
    public void Outside_of_a_job_the_repository_is_where_origin_fetches_from(string? remote, string? expected) =>
        Assert.Equal(expected, GitHubRepository.Of(new Dictionary<string, string?>(), remote)?.ToString());

    [Theory]
    [InlineData("git@github.example.com:acme/shop.git", "https://github.example.com/api/v3/")]
    [InlineData("https://acme.ghe.com/acme/shop", "https://api.acme.ghe.com/")]
    [InlineData("https://github.com/acme/shop", "https://api.github.com/")]
    [InlineData("https://git.example.com/acme/shop", null)]
    public void A_server_of_somebody_s_own_is_known_by_its_variable(string remote, string? api) =>
        Assert.Equal(api, GitHubRepository.Of(new Dictionary<string, string?> { ["GITHUB_SERVER_URL"] = "https://github.example.com" }, remote)?.Api.ToString());

    [Fact]
    public void Where_the_API_is_a_job_is_told()
    {
        var repository = GitHubRepository.Of(new Dictionary<string, string?>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_REPOSITORY"] = "acme/shop",
            ["GITHUB_SERVER_URL"] = "https://github.example.com",
            ["GITHUB_API_URL"] = "https://api.example.com/v3",
        });

        Assert.Equal("https://api.example.com/v3", repository?.Api.ToString());
    }

    [Fact]
    public void In_a_job_the_repository_is_the_job_s_and_its_token_is_not_told()
    {
        var repository = GitHubRepository.Of(
            new Dictionary<string, string?>
            {
                ["GITHUB_ACTIONS"] = "true",
                ["GITHUB_REPOSITORY"] = "acme/shop",
                ["GITHUB_SERVER_URL"] = "https://github.example.com",
                ["GITHUB_TOKEN"] = "t0ken",
            },
            "https://github.com/someone/else.git");

        Assert.Equal(new GitHubRepository(new Uri("https://github.example.com"), "acme", "shop") { Token = "t0ken" }, repository);
        Assert.DoesNotContain("t0ken", $"{repository}");
    }

    Task<CleanUpPlan> PlanAsync(CleanUpRequest? request = null) => new CleanUpPlanner(_said).PlanAsync(request ?? Request, TestContext.Current.CancellationToken);

    Task<ValueList<Leftover>> RemoveAsync(CleanUpPlan plan) => new LeftoverRemover(_said).RemoveAsync(plan, Request, TestContext.Current.CancellationToken);

    void AnswerRefs()
    {
        AnswerPage(Branches, 1, null, """[{ "name": "main" }]""");
        AnswerPage(Pulls, 1, null, """[{ "number": 8, "state": "open" }]""");
    }

    void AnswerPage(string path, int page, int? next, string body) => _server.On(
        "GET", path, 200, body, page == 1 ? null : $"{page}",
        next is null ? [] : [("Link", $"<{_server.Address}{path}?per_page=100&page={next}>; rel=\"next\"")]);

    static string Page(string[] caches) => $$"""{ "total_count": {{caches.Length}}, "actions_caches": [{{string.Join(',', caches)}}] }""";

    static string Cache(long id, string reference) => $$"""{ "id": {{id}}, "ref": "{{reference}}", "key": "buildkit-blob-{{id}}", "size_in_bytes": 1500000 }""";

    static string Version(long id, Digest digest) => $$$"""{ "id": {{{id}}}, "name": "{{{digest}}}", "metadata": { "package_type": "container", "container": { "tags": [] } } }""";
}
