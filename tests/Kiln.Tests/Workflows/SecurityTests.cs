using System.Text.RegularExpressions;
using Kiln.Primitives;
using Kiln.Workflows;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.Yaml;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

/// <summary>What zizmor (https://docs.zizmor.sh/audits) would look for in workflows, as far as a generator could do it: held by all samples.</summary>
public sealed partial class SecurityTests
{
    public static TheoryData<string> Samples() => [.. SamplePipelines.All().Where(x => x.ForGitHub).Select(x => x.Name)];

    static IEnumerable<(string Text, YamlMap Document)> Of(string sample) => SamplePipelines.All().Single(x => x.Name == sample).Pipelines
        .Select(x => GitHubWorkflow.Of(x, SamplePipelines.Facts, new GitHubHost()).Text)
        .Select(x => (x, (YamlMap)YamlReader.Read(x, "a test")));

    static IEnumerable<YamlMap> JobsOf(YamlMap document) => ((YamlMap)document["jobs"]!).Entries.Select(x => (YamlMap)x.Node);

    static IEnumerable<YamlMap> StepsOf(YamlMap job) => ((YamlList)job["steps"]!).Items.Cast<YamlMap>();

    [Theory]
    [MemberData(nameof(Samples))]
    public void Actions_are_pinned_to_commits_with_their_version_behind(string sample) => Assert.All(Of(sample), x => Assert.All(
        UsesLine().Matches(x.Text), y => Assert.Matches(@"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", y.Value)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_token_may_do_nothing_but_what_each_job_says(string sample) => Assert.All(Of(sample), x =>
    {
        Assert.Equal(YamlMap.Empty, x.Document["permissions"]);
        Assert.All(JobsOf(x.Document), y => Assert.True(((YamlMap)y["permissions"]!).Entries.Count > 0));
    });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_that_others_may_have_written_reaches_a_script(string sample) => Assert.All(Of(sample), x => Assert.All(
        JobsOf(x.Document).SelectMany(StepsOf).Select(y => y["run"]).OfType<YamlText>(), y => Assert.DoesNotContain("${{", y.Text)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_token_stays_on_the_disk_and_no_job_runs_for_ever(string sample) => Assert.All(Of(sample), x => Assert.All(JobsOf(x.Document), y =>
    {
        Assert.Equal((YamlNode)false, ((YamlMap)StepsOf(y).First()["with"]!)["persist-credentials"]);
        Assert.IsType<YamlValue>(y["timeout-minutes"]);
    }));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Secrets_reach_single_steps_by_name_and_nothing_inherits_them(string sample) => Assert.All(Of(sample), x =>
    {
        Assert.DoesNotContain("secrets: inherit", x.Text);
        Assert.DoesNotContain("toJSON(secrets)", x.Text, StringComparison.OrdinalIgnoreCase);
        Assert.All(JobsOf(x.Document).Select(y => y["env"]).Append(x.Document["env"]).OfType<YamlMap>(), y => Assert.All(
            y.Entries, z => Assert.DoesNotMatch(@"\$\{\{ secrets\.", ((YamlText)z.Node).Text)));
    });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_runs_with_rights_for_strangers_code_and_nothing_changes_later_steps(string sample) => Assert.All(Of(sample), x =>
    {
        Assert.DoesNotContain("pull_request_target", x.Text);
        Assert.DoesNotContain("workflow_run", x.Text);
        Assert.DoesNotContain("exportVariable", x.Text);
        Assert.DoesNotContain("GITHUB_ENV", x.Text);
    });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_is_put_into_an_action_s_script(string sample) => Assert.All(Of(sample), x => Assert.All(
        JobsOf(x.Document).SelectMany(StepsOf).Select(y => (y["with"] as YamlMap)?["script"]).OfType<YamlText>(), y => Assert.DoesNotContain("${{", y.Text)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Images_beside_a_job_are_pinned(string sample) => Assert.All(Of(sample), x => Assert.All(
        JobsOf(x.Document).Select(y => y["services"]).OfType<YamlMap>().SelectMany(y => y.Entries), y => Assert.Contains("@sha256:", ((YamlText)((YamlMap)y.Node)["image"]!).Text)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_a_tag_releases_is_made_from_nothing_that_an_earlier_run_cached(string sample) => Assert.All(
        Of(sample).Where(x => x.Document["on"] is YamlMap on && on["push"] is YamlMap push && push["tags"] is not null),
        x => Assert.All(
            JobsOf(x.Document).Where(y => y["if"] is not YamlText { Text: "github.event_name == 'pull_request'" }).SelectMany(StepsOf).Where(y => y["uses"] is YamlText { Text: var uses } && uses.StartsWith("actions/cache@", StringComparison.Ordinal)),
            y => Assert.Equal(new YamlText("github.ref_type != 'tag'"), y["if"])));

    [Fact]
    public void Of_Kiln_s_own_pipelines_none_runs_twice_at_once_for_the_same() => Assert.All(
        Of("default"), x => Assert.True(x.Document["concurrency"] is not null || JobsOf(x.Document).All(y => y["concurrency"] is not null)));

    [Fact]
    public void The_key_of_receipts_reaches_no_run_for_a_pull_request()
    {
        var facts = SamplePipelines.Facts with { SignsReceipts = true };
        string Of(params ValueList<JobEvent> on) => OfGitHub(Pipeline(new Job("scan", "Scan") { On = on }), facts: facts);

        Assert.DoesNotContain("RECEIPT_KEY", Of(JobEvent.PullRequest));
        Assert.Contains("RECEIPT_KEY: ${{ github.event_name != 'pull_request' && secrets.RECEIPT_KEY || '' }}\n", Of());
        Assert.Contains("|| unset RECEIPT_KEY\n", Of());
        Assert.DoesNotContain("RECEIPT_KEY", OfGitHub(Pipeline(new Job("test", "Test")), facts: facts));
    }

    [Fact]
    public void Only_a_job_that_pushes_may_and_only_where_its_registry_is_GitHub_s()
    {
        Assert.DoesNotContain("packages:", OfGitHub(Pipeline(new Job("scan", "Scan"))));
        Assert.DoesNotContain("GITHUB_TOKEN", OfGitHub(Pipeline(new Job("scan", "Scan"))));
        Assert.Contains("packages: write", OfGitHub(Pipeline(new Job("push", "Push"))));
        var elsewhere = OfGitHub(Pipeline(new Job("push", "Push")), facts: new() { Registries = ["harbor.example.com/acme"] });
        Assert.DoesNotContain("packages:", elsewhere);
        Assert.Contains("REGISTRY_CREDENTIALS: ${{ secrets.REGISTRY_CREDENTIALS }}", elsewhere);
        Assert.DoesNotContain("secrets.", OfGitHub(Pipeline(new Job("push", "Push")), facts: new() { Registries = ["ghcr.io/acme"] }));
    }

    [Fact]
    public void Findings_and_identities_need_their_permission_and_nothing_else_has_it()
    {
        Assert.Contains("security-events: write", OfGitHub(Pipeline(new Job("scan", "Scan")), new GitHubHost { ShowsFindings = true }));
        Assert.DoesNotContain("security-events", OfGitHub(Pipeline(new Job("test", "Test")), new GitHubHost { ShowsFindings = true }));
        Assert.Contains("id-token: write", OfGitHub(Pipeline(new Job("test", "Test") { IdTokens = new Dictionary<string, string> { ["T"] = "a" } })));
        Assert.DoesNotContain("id-token", OfGitHub(Pipeline(new Job("push", "Push"))));
    }

    [Fact]
    public void Only_a_job_that_writes_a_check_run_may_and_has_the_token_for_it()
    {
        var with = OfGitHub(Pipeline(new Job("lint", "CreateCheckRun", "Lint")));
        var without = OfGitHub(Pipeline(new Job("lint", "Lint")));

        Assert.Contains("permissions:\n      contents: read\n      checks: write\n", with);
        Assert.Contains("GITHUB_TOKEN: ${{ github.token }}\n", with);
        Assert.DoesNotContain("checks:", without);
        Assert.DoesNotContain("GITHUB_TOKEN", without);
        Assert.DoesNotContain("checks:", OfGitHub(Pipeline(new Job("push", "Push"))));
    }

    [Fact]
    public void Only_a_job_that_proposes_may_write_to_the_repository_and_its_token_is_on_no_command_line()
    {
        var job = new Job("refresh", "UpdateLock") { After = [new Step.Propose("kiln/lock", "Refresh $(id)")] };

        Assert.Contains("contents: write\n      pull-requests: write\n", OfGitHub(Pipeline(job)));
        Assert.Contains("TITLE: Refresh $(id)\n", OfGitHub(Pipeline(job)));
        Assert.Contains("export TITLE='Refresh $(id)'\n", OfGitLab(Pipeline(job)));
        Assert.DoesNotMatch("https://[^ ]*TOKEN", OfGitHub(Pipeline(job)) + OfGitLab(Pipeline(job)));
        Assert.DoesNotContain("write", OfGitHub(Pipeline(new Job("stale", "ListStale"))));
    }

    [Fact]
    public void What_nobody_gave_is_not_set_to_nothing()
    {
        var pipeline = Pipeline(new Job("push", "Push")) with { Triggers = [new Trigger.Manual { Inputs = [new("ONLY_IMAGES")] }] };
        const string line = "[ -n \"$ONLY_IMAGES\" ] || unset ONLY_IMAGES\n";

        Assert.Contains(line, OfGitHub(pipeline));
        Assert.Contains("|| unset REGISTRY_CREDENTIALS\n", OfGitHub(pipeline));
        Assert.Contains("- '[ -n \"$ONLY_IMAGES\" ] || unset ONLY_IMAGES'\n", OfGitLab(pipeline));
        Assert.DoesNotContain("unset", OfGitLab(Pipeline(new Job("push", "Push"))));
    }

    [Fact]
    public void GitHub_s_own_barrier_before_the_cache_is_set_by_trust_where_it_is_known()
    {
        var host = new GitHubHost { HasCacheMode = true };

        Assert.Contains("cache-mode: read\n", OfGitHub(Pipeline(new Job("scan", "Scan") { On = [JobEvent.PullRequest] }), host));
        Assert.Contains("cache-mode: write\n", OfGitHub(Pipeline(new Job("push", "Push") { On = [JobEvent.Branch] }), host));
        Assert.Contains("cache-mode: read\n", OfGitHub(Pipeline(new Job("scan", "Scan")) with { Triggers = [new Trigger.PullRequest()] }, host));
        Assert.Contains("cache-mode: read\n", OfGitHub(Pipeline(new Job("push", "Assemble", "Push") { On = [JobEvent.Branch] }), host));
        Assert.DoesNotContain("cache-mode", OfGitHub(Pipeline(new Job("test", "Test")), host));
        Assert.DoesNotContain("ACTIONS_RUNTIME_TOKEN", OfGitHub(Pipeline(new Job("test", "Test"))));
    }

    [GeneratedRegex("uses:.*")]
    private static partial Regex UsesLine();
}
