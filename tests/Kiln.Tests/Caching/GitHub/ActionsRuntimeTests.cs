using Kiln.Caching.GitHub;

namespace Kiln.Tests.Caching.GitHub;

public sealed class ActionsRuntimeTests
{
    static readonly string PullRequest = RunVariables.Token(("refs/pull/7/merge", 3), ("refs/heads/main", 1));

    const string NotExported =
        "GitHub gives it to actions only, and a 'run:' step has it when a step before exports it (docs/guides/github-cache.md)";

    [Fact]
    public void Names_the_scopes_that_a_token_opens_in_their_order()
    {
        var runtime = Of(RunVariables.With(PullRequest));

        Assert.Equal(["refs/pull/7/merge", "refs/heads/main"], runtime.Readable);
        Assert.Equal(["refs/pull/7/merge"], runtime.Writable);
        Assert.Equal((null, null), (runtime.NotReadSince, runtime.NotWrittenSince));
    }

    // permission | cache-mode | reads | writes | why not written
    [Theory]
    [InlineData(3, null, true, true, null)]
    [InlineData(3, "", true, true, null)]
    [InlineData(3, "write", true, true, null)]
    [InlineData(3, "read", true, false, "the job's 'cache-mode' is 'read'")]
    [InlineData(3, "none", false, false, "the job's 'cache-mode' is 'none'")]
    [InlineData(3, "write-only", false, false, "the job's 'cache-mode' is 'write-only', and BuildKit writes only where it may look first")]
    [InlineData(1, "write", true, false, "the run's token may only read, as GitHub decides for events that anyone can cause and for jobs with 'cache-mode: read'")]
    [InlineData(1, null, true, false, "the run's token may only read, as GitHub decides for events that anyone can cause and for jobs with 'cache-mode: read'")]
    [InlineData(2, null, false, false, "the run's token may not read any scope, and BuildKit writes only where it may look first")]
    [InlineData(0, null, false, false, "the run's token may not read any scope, and BuildKit writes only where it may look first")]
    [InlineData(7, null, true, true, null)]
    public void The_token_and_the_mode_decide_together(int permission, string? mode, bool reads, bool writes, string? why)
    {
        var token = RunVariables.Token(("refs/heads/main", permission));

        var runtime = Of(RunVariables.With(token, ("ACTIONS_CACHE_MODE", mode)));

        Assert.Equal((reads, writes), (runtime.NotReadSince is null, runtime.NotWrittenSince is null));
        Assert.Equal((reads ? 1 : 0, writes ? 1 : 0), (runtime.Readable.Count, runtime.Writable.Count));
        Assert.Equal(why, runtime.NotWrittenSince);
    }

    // token | results | old | version 2 | server | the reason
    [Theory]
    [InlineData(false, "x", "x", "true", "https://github.com", $"ACTIONS_RUNTIME_TOKEN is not set: {NotExported}")]
    [InlineData(true, "", "x", "true", "https://github.com", $"ACTIONS_RESULTS_URL is not set: {NotExported}")]
    [InlineData(false, null, null, null, "https://github.com", $"ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set: {NotExported}")]
    [InlineData(true, "x", "x", "yes", "https://github.com", Version1)]
    [InlineData(true, "x", null, null, "https://acme.ghe.com", Version1)]
    [InlineData(true, "https://results-receiver.actions.githubusercontent.com/", "x", null, "https://github.com", Version1)]
    [InlineData(true, null, "x", "false", "https://github.com", Version1)]
    [InlineData(true, "x", "x", "T", "https://github.com", null)]
    [InlineData(true, "x", null, "1", "https://github.com", null)]
    [InlineData(true, null, "x", null, "https://git.example.com", null)]
    public void Says_when_buildx_would_find_no_service_or_the_wrong_one(
        bool hasToken, string? results, string? old, string? version2, string server, string? reason)
    {
        var runtime = Of(RunVariables.With(
            PullRequest,
            ("ACTIONS_RUNTIME_TOKEN", hasToken ? PullRequest : null),
            ("ACTIONS_RESULTS_URL", results),
            ("ACTIONS_CACHE_URL", old),
            ("ACTIONS_CACHE_SERVICE_V2", version2),
            ("GITHUB_SERVER_URL", server)));

        Assert.Equal((reason, reason), (runtime.NotReadSince, runtime.NotWrittenSince));
    }

    const string Version1 = "ACTIONS_CACHE_SERVICE_V2 is not 'true', so buildx would ask version 1 of the service, "
        + $"which GitHub shut down in April 2025: {NotExported}";

    [Fact]
    public void BuildKit_knows_GitHub_s_own_address_of_version_2_by_its_name()
    {
        var variables = RunVariables.With(PullRequest, ("ACTIONS_CACHE_SERVICE_V2", null));
        variables.Remove("ACTIONS_CACHE_URL");

        Assert.Null(Of(variables).NotReadSince);
    }

    [Fact]
    public void Outside_of_GitHub_there_is_nothing()
    {
        const string reason = "ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set: only a run of GitHub Actions has it";

        Assert.Equal((reason, reason), (ActionsRuntime.None.NotReadSince, ActionsRuntime.None.NotWrittenSince));
    }

    public static TheoryData<string, string> Damaged => new()
    {
        { "secret", "it has 1 parts and not three" },
        { "se.cr.et.s", "it has 4 parts and not three" },
        { "secret.s€cret.secret", "a part of it is not base64url" },
        { "c2VjcmV0.c2VjcmV0.c2VjcmV0", "its claims are not a JSON object" },
        { RunVariables.Sign("[1]"), "its claims are not a JSON object" },
        { RunVariables.Sign("{}"), "its claim 'ac' does not list scopes with permissions" },
        { RunVariables.TokenOf(3), "its claim 'ac' does not list scopes with permissions" },
        { RunVariables.TokenOf("no JSON"), "its claim 'ac' does not list scopes with permissions" },
        { RunVariables.TokenOf("{}"), "its claim 'ac' does not list scopes with permissions" },
        { RunVariables.TokenOf("""[{"Scope":"refs/heads/main"}]"""), "its claim 'ac' does not list scopes with permissions" },
        { RunVariables.TokenOf("[]", until: "tomorrow"), "it does not say from when until when it is valid ('nbf', 'exp')" },
        { RunVariables.TokenOf("[]", from: 1e300), "it does not say from when until when it is valid ('nbf', 'exp')" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_token_is_a_reason_that_does_not_quote_it(string token, string damage)
    {
        var runtime = Of(RunVariables.With(token));

        Assert.Equal($"ACTIONS_RUNTIME_TOKEN is not a token of GitHub's: {damage}", runtime.NotReadSince);
        Assert.Equal(runtime.NotReadSince, runtime.NotWrittenSince);
    }

    [Fact]
    public void A_token_is_worth_nothing_before_and_after_its_time()
    {
        var variables = RunVariables.With(PullRequest);

        var (early, late) = (ActionsRuntime.Of(variables, RunVariables.Now.AddHours(-2)), ActionsRuntime.Of(variables, RunVariables.Now.AddHours(6)));

        Assert.Equal("the run's token is valid from 2026-11-25 11:00 UTC on, and this machine's clock says 2026-11-25 10:00 UTC", early.NotReadSince);
        Assert.Equal("the run's token expired at 2026-11-25 17:00 UTC; GitHub gives a job one that lasts some hours", late.NotWrittenSince);
        Assert.Empty(late.Readable);
    }

    static ActionsRuntime Of(Dictionary<string, string?> variables) => ActionsRuntime.Of(variables, RunVariables.Now);
}
