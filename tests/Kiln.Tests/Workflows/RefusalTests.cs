using Kiln.Primitives;
using Kiln.Workflows;
using Kiln.Workflows.GitLab;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

public sealed class RefusalTests
{
    static void Refused(string code, Action make, params string[] parts)
    {
        var error = Assert.Throws<KilnException>(make);
        Assert.Equal(code, error.Code);
        Assert.True(error.IsUsage);
        Assert.All(parts, x => Assert.Contains(x, error.Message, StringComparison.Ordinal));
    }

    static readonly Job Scan = new("scan", "Scan");

    [Fact]
    public void What_cannot_run_is_told_by_pipeline_and_job()
    {
        void Of(ValueList<Job> jobs, params string[] parts) =>
            Refused(ErrorCodes.InvalidPipeline, () => OfGitHub(Pipeline(jobs)), ["'sample'", .. parts]);

        Of([], "no jobs");
        Of([Scan, Scan], "two jobs are called 'scan'");
        Of([Scan with { Needs = ["build"] }], "'scan' needs 'build'", "It has: scan");
        Of([new("a", "A") { Needs = ["c"] }, new("b", "B") { Needs = ["a"] }, new("c", "C") { Needs = ["b"] }], "a → c → b → a");
        Of([new("empty")], "'empty' has neither targets nor steps");
        Of([new("a", "A") { Artifacts = [new("x", "p")] }, new("b", "B") { Artifacts = [new("x", "p")] }], "two artifacts are called 'x'");
        Of([Scan with { Takes = ["x"] }], "takes the artifact 'x', and no job leaves it");
        Of([new("a", "A") { Artifacts = [new("x", "p")] }, new("b", "B") { Takes = ["x"] }], "without needing that job");
        Of([Scan with { On = [JobEvent.PullRequest] }, new("push", "Push") { Needs = ["scan"], On = [JobEvent.Branch] }], "'push' needs 'scan', which does not run for Branch");
        Of([Scan with { On = [JobEvent.Schedule] }], "'scan' runs for Schedule, and the pipeline never does", "It runs for Branch, PullRequest");
        Of([new("a", "A") { Artifacts = [new("x", "p")], Matrix = new(new MatrixAxis("M", ["1"])) }, new("b", "B") { Artifacts = [new("x-notes", "p")] }], "'x-notes' is called like one that the matrix");
        Of([Scan with { Retries = 3 }], "3 times");
        Of([Scan with { Timeout = TimeSpan.Zero }], "ended after 00:00:00");
        Refused(ErrorCodes.InvalidPipeline, () => OfGitLab(Pipeline(Scan) with { Triggers = [] }), "nothing triggers it");
    }

    [Fact]
    public void Names_that_no_host_takes_are_refused_where_they_are_said()
    {
        void Name(Action make, string name) => Refused(ErrorCodes.InvalidPipeline, make, $"'{name}'");

        Name(() => _ = new Job("my job", "Scan"), "my job");
        Name(() => _ = new Job("default", "Scan"), "default");
        Name(() => _ = new Job("scan", "Scan; rm -rf ~"), "Scan; rm -rf ~");
        Name(() => _ = new Pipeline("../x") { Triggers = [], Jobs = [] }, "../x");
        Name(() => _ = new SecretUse("A", "GITHUB_SECRET"), "GITHUB_SECRET");
        Name(() => _ = new SecretUse("A", "has-dash"), "has-dash");
        Name(() => _ = new Artifact("a/b", "p"), "a/b");
        Name(() => _ = new Trigger.Schedule("every monday"), "every monday");
        Name(() => _ = new Trigger.Schedule("99 4 * * 1"), "99");
        Name(() => _ = new Trigger.Schedule("0 5-3 * * 1"), "5-3");
        Name(() => _ = new Trigger.Schedule("*/0 4 * * 1"), "*/0");
        Name(() => _ = new Trigger.Schedule("0 0 31 13 *"), "13");
        Name(() => _ = new Job("a", "A") { Variables = new Dictionary<string, string> { ["A B"] = "" } }, "A B");
        Name(() => _ = new Step.Run("a") { Variables = new Dictionary<string, string> { ["A=$(id)"] = "" } }, "A=$(id)");
        Name(() => _ = Pipeline(Scan) with { Variables = new Dictionary<string, string> { ["1"] = "" } }, "1");
        Name(() => _ = new Trigger.Push { Branches = ["a b"] }, "a b");
        Name(() => _ = new Trigger.Push { Tags = ["${{x}}"] }, "${{x}}");
        Name(() => _ = new DeploymentEnvironment("$(id)"), "$(id)");
        Name(() => _ = new DeploymentEnvironment("a") { Url = "https://$x" }, "https://$x");
        Name(() => _ = new PipelineInput("a-b"), "a-b");
        Name(() => _ = new MatrixAxis("1x", ["a"]), "1x");
        Refused(ErrorCodes.InvalidPipeline, () => _ = new JobMatrix(), "without axes");
        Refused(ErrorCodes.InvalidPipeline, () => _ = new Step.Run("echo ${{ github.head_ref }}"), "Variables or Secrets");
    }

    [Fact]
    public void A_feature_that_one_host_lacks_is_named_with_the_alternative()
    {
        void GitLab(Job job, params string[] parts) => Refused(ErrorCodes.HostLacksFeature, () => OfGitLab(Pipeline(job)), ["'scan'", .. parts]);

        GitLab(Scan with { Runner = Runner.Labels("windows"), After = [new Step.Propose("b", "t")] }, "Step.Propose", "Runner.Linux");
        Refused(ErrorCodes.HostLacksFeature, () => OfGitHub(Pipeline(Scan with { Timeout = TimeSpan.FromHours(7) })), "6 hours", "Runner.Labels");
        Assert.Contains("timeout-minutes: 420", OfGitHub(Pipeline(Scan with { Timeout = TimeSpan.FromHours(7), Runner = Runner.Labels("own") })), StringComparison.Ordinal);
        GitLab(Scan with { Runner = Runner.Group("g") }, "runners by group ('g')", "Runner.Labels");
        GitLab(Scan with { Before = [new Step.Use("actions/setup-node@v6.0.0")] }, "actions/setup-node@v6.0.0", "Step.Run");
        GitLab(Scan with { Matrix = new(new MatrixAxis("A", ["1"])) { AtOnce = 2 } }, "AtOnce");
        GitLab(Scan with { Matrix = new(new MatrixAxis("A", ["1"])) { EndsOthers = true } }, "EndsOthers");
        Refused(ErrorCodes.HostLacksFeature, () => OfGitHub(Pipeline(Scan with { Retries = 1 })), "'scan'", "Retries");
        JobMatrix Of(int count) => new(new MatrixAxis("A", [.. Enumerable.Range(0, count).Select(x => $"{x}")]));
        GitLab(Scan with { Matrix = Of(201) }, "a matrix of 201 jobs");
        Refused(ErrorCodes.HostLacksFeature, () => OfGitHub(Pipeline(Scan with { Matrix = Of(257) })), "'scan' makes 257 jobs", "256");
        Refused(
            ErrorCodes.InvalidPipeline,
            () => OfGitHub(Pipeline(Scan with { On = [JobEvent.Called] }) with { Triggers = [new Trigger.Push(), new Trigger.Called()] }), "a pipeline of its own");
        GitLab(Scan with { Services = [new("db", ImageReference.Parse("postgres@sha256:" + new string('a', 64)))] }, "services beside a job in a runner's shell");
        Refused(
            ErrorCodes.HostLacksFeature,
            () => OfGitHub(Pipeline(Scan) with { Triggers = [new Trigger.Push { Branches = ["a"] }, new Trigger.Push { Tags = ["b"] }] }), "two triggers 'push'");
    }

    [Fact]
    public void An_action_or_image_without_a_pin_is_refused_unless_it_may_float_by_name()
    {
        Job With(Step.Use use) => Scan with { Before = [use] };

        Refused(ErrorCodes.ActionNotPinned, () => OfGitHub(Pipeline(With(new("actions/setup-node@v6")))), "actions/setup-node@v6", "MayFloat");
        Assert.Contains("uses: actions/setup-node@v6\n", OfGitHub(Pipeline(With(new("actions/setup-node@v6") { MayFloat = true }))));
        var commit = new string('c', 40);
        Assert.Contains($"uses: actions/setup-node@{commit}\n", OfGitHub(Pipeline(With(new($"actions/setup-node@{commit}")))));
        var host = new GitLabHost { Engine = GitLabEngine.DockerInDocker("docker:28-cli", "docker:28-dind") };
        Refused(ErrorCodes.ActionNotPinned, () => OfGitLab(Pipeline(Scan), host), "'docker.io/library/docker:28-cli'", "@sha256:", "UpdateLock");
        Refused(ErrorCodes.InvalidPipeline, () => OfGitHub(Pipeline(With(new("docker://alpine")))), "docker://alpine");
    }

    [Fact]
    public void Two_pipelines_of_one_name_would_be_one_file() => Refused(
        ErrorCodes.InvalidPipeline,
        () => new WorkflowRequest { Root = ".", Facts = new(), Pipelines = [Pipeline(Scan), Pipeline(Scan)] }.Generate(), "'sample'");

    [Fact]
    public void Extra_that_is_no_YAML_is_told_with_its_key() => Refused(
        ErrorCodes.YamlUnreadable,
        () => OfGitHub(Pipeline(Scan with { Extra = new() { GitHub = new Dictionary<string, string> { ["env"] = "{ a: [" } } })), "'env' in the Extra of the job 'scan'");
}
