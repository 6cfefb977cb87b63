using Kiln.Primitives;
using Kiln.Workflows;
using Kiln.Workflows.Defaults;
using Kiln.Workflows.GitLab;

namespace Kiln.Tests.Workflows;

/// <summary>Pipelines that use each feature alone, and many together; all of them are read by the hosts' own parsers.</summary>
static class SamplePipelines
{
    internal static PipelineFacts Facts { get; } = new()
    {
        Images = ["api", "team/worker", "7zip"],
        Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
        Registries = ["ghcr.io/acme", "harbor.example.com/acme"],
    };

    static readonly string[] Targets =
        ["Restore", "DockerBuild", "Assemble", "Scan", "SmokeTest", "Push", "ListStale", "UpdateLock", "GenerateWorkflow", "VerifyWorkflow"];

    /// <summary>Each by a name of its own, for both hosts where nothing else is said.</summary>
    internal static IEnumerable<(string Name, ValueList<Pipeline> Pipelines, bool ForGitHub, bool ForGitLab)> All()
    {
        yield return ("default", DefaultPipelines.Of(Facts, Targets), true, true);
        yield return ("by-image", DefaultPipelines.Of(Facts, Targets, FanOut.ByImage), true, true);
        yield return ("by-platform", DefaultPipelines.Of(Facts, Targets, FanOut.ByPlatform), true, true);
        yield return ("comment", DefaultPipelines.Of(Facts, [.. Targets, "Comment"], comments: true), true, true);
        yield return ("check-run", DefaultPipelines.Of(Facts, [.. Targets, "Lint", "CreateCheckRun"], checkRuns: true), true, true);
        yield return Both("paths", new Job("scan", "Scan"), new Trigger.Push { Branches = ["main", "release/*"], Paths = ["src/**", "*.cs"] });
        yield return Both("tags", new Job("push", "Push"), new Trigger.Push { Tags = ["v*", "nightly"] });
        yield return Both("all-branches", new Job("scan", "Scan"), new Trigger.Push());
        yield return Both("pull-request", new Job("scan", "Scan"), new Trigger.PullRequest { Branches = ["main"], Paths = ["src/**"] });
        yield return Both("schedule", new Job("stale", "ListStale"), new Trigger.Schedule("17 4 * * 1"), new Trigger.Schedule("0 0 1 * *"));
        yield return Both("clean-up", new Job("clean-up", "CleanUp") { Variables = [new("DELETE_LEFTOVERS", "true")] }, new Trigger.Schedule("23 4 * * *"));
        yield return Both("manual", new Job("push", "Push"), new Trigger.Manual
        {
            Inputs =
            [
                new("ONLY_IMAGES") { Description = "Which images; all where nothing is said" },
                new("REBUILD", InputKind.Boolean) { Default = "false" },
                new("PROGRESS") { Choices = ["plain", "live"], Default = "plain", IsRequired = true },
                new("PERCENT", InputKind.Number) { Default = "5" },
            ],
        });
        yield return ("called", [With(new Job("push", "Push") { Secrets = [new("NPM_TOKEN")] }, new Trigger.Called { Inputs = [new("ONLY_IMAGES")] })], true, true);
        yield return Both("needs", [new("test", "Test"), new("scan", "Scan") { Needs = ["test"] }, new("push", "Push") { Needs = ["test", "scan"], On = [JobEvent.Branch] }]);
        yield return Both("matrix", new Job("scan", "Scan") { Matrix = JobMatrix.ByImage([new ImageSpec("api", "."), new ImageSpec("team/worker", ".")]) });
        yield return Both("two-axes", new Job("test", "Test") { Matrix = new(new MatrixAxis("FRAMEWORK", ["net8.0", "net10.0"]), new MatrixAxis("NUKE_ENGINE", ["nuke", "embedded"])) });
        yield return ("matrix-limit", [With(new Job("test", "Test") { Matrix = new(new MatrixAxis("A", ["1", "on"])) { AtOnce = 2, EndsOthers = true } })], true, false);
        yield return Both("history", new Job("pack", "Pack") { NeedsHistory = true });
        yield return Both("arm", new Job("scan", "Scan") { Runner = Runner.LinuxArm });
        yield return Both("windows", new Job("test", "Test") { Runner = Runner.Windows });
        yield return Both("windows-steps", new Job("test", "Test")
        {
            Runner = Runner.Labels("self-hosted", "windows"),
            Before = [new Step.Run("npm ci") { Variables = new Dictionary<string, string> { ["NODE_ENV"] = "it's" } }],
        });
        yield return Both("escaped", new Job("scan", "Scan"), new Trigger.Push { Branches = ["c++", "!x", "v*"], Paths = ["a[b]?.cs", "!docs/**"] });
        yield return Both("macos", new Job("test", "Test") { Runner = Runner.MacOs });
        yield return Both("labels", new Job("scan", "Scan") { Runner = Runner.Labels("self-hosted", "linux", "x64") });
        yield return ("group", [With(new Job("scan", "Scan") { Runner = Runner.Group("builders", "linux") })], true, false);
        yield return Both("environment", new Job("push", "Push") { Environment = new("production") { Url = "https://example.com", NeedsApproval = true }, Exclusive = "production" });
        yield return ("retries", [With(new Job("scan", "Scan") { Retries = 2, Timeout = TimeSpan.FromMinutes(90) })], false, true);
        yield return Both("secrets", new Job("push", "Push") { Secrets = [new("NPM_TOKEN"), new("RECEIPT_KEY", "PRODUCTION_RECEIPT_KEY")], IdTokens = new Dictionary<string, string> { ["SIGSTORE_ID_TOKEN"] = "sigstore" } });
        yield return ("services", [With(new Job("test", "Test")
        {
            Services = [new("database", ImageReference.Parse("postgres@sha256:" + new string('a', 64))) { Variables = new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = "p$w" }, Ports = [5432] }],
        })], true, false);
        yield return Both("variables", new Job("test", "Test") { Variables = new Dictionary<string, string> { ["ON"] = "on", ["PRICE"] = "$5", ["VERSION"] = "1.10", ["LONG"] = "a\nb\n" } });
        yield return Both("artifacts", [
            new("pack", "Pack") { Artifacts = [new("packages", "artifacts/packages/*.nupkg", "artifacts/notes.md") { Days = 3, IsKeptOnFailure = false }] },
            new("publish", "Publish") { Needs = ["pack"], Takes = ["packages"] }]);
        yield return Both("steps", new Job("scan", "Scan")
        {
            Before = [new Step.Run("npm ci\nnpm test\n") { Title = "Frontend", Variables = new Dictionary<string, string> { ["NODE_ENV"] = "production" } }],
            After = [new Step.Raw("{ name: Only here, run: echo GitHub }", "echo GitLab"), new Step.Run("echo done")],
        });
        yield return ("actions", [With(new Job("scan", "Scan") { Before = [new Step.Use("actions/setup-dotnet@v6.0.0") { Inputs = new Dictionary<string, string> { ["dotnet-version"] = "8.0.x" } }] })], true, false);
        yield return Both("extra", new Job("scan", "Scan")
        {
            Extra = new()
            {
                GitHub = new Dictionary<string, string> { ["continue-on-error"] = "true", ["permissions"] = "{ contents: read, checks: write }" },
                GitLab = new Dictionary<string, string> { ["allow_failure"] = "{ exit_codes: [2] }", ["timeout"] = "null" },
            },
        });
        yield return Both("hostile", new Job("scan", "Scan")
        {
            Variables = new Dictionary<string, string> { ["A"] = "$(rm -rf ~)", ["B"] = "${{ secrets.X }}", ["C"] = "'\"\n`id`", ["D"] = "; exit 1 #" },
            Matrix = new(new MatrixAxis("IMAGE", ["$(rm -rf ~)", "${{ secrets.X }}", "a'b\"c"])),
        }, new Trigger.Push { Branches = ["feature/$(id)", "it's\"here\""] });
        yield return ("all-together", [.. DefaultPipelines.Of(Facts, Targets), With(new Job("push", "Push") { Matrix = JobMatrix.ByImage([new ImageSpec("api", ".")]), Secrets = [new("NPM_TOKEN")] }, new Trigger.Manual()) with { Name = "release", Title = "Release: on demand" }], true, true);
    }

    /// <summary>How GitLab builds images, in all ways.</summary>
    internal static IEnumerable<(string Name, GitLabHost Host)> GitLabHosts()
    {
        var digest = "@sha256:" + new string('b', 64);
        yield return ("shell", new GitLabHost());
        yield return ("dind", new GitLabHost { Engine = GitLabEngine.DockerInDocker($"docker:28.5.2-cli{digest}", $"docker:28.5.2-dind{digest}") });
        yield return ("rootless", new GitLabHost { Engine = GitLabEngine.RootlessBuildKit($"docker:28.5.2-cli{digest}", $"moby/buildkit:v0.26.2-rootless{digest}") });
    }

    static Pipeline With(Job job, params ValueList<Trigger> triggers) => new("sample")
    {
        Triggers = triggers.Count > 0 ? triggers : [new Trigger.Push { Branches = ["main"] }],
        Jobs = [job],
    };

    static (string, ValueList<Pipeline>, bool, bool) Both(string name, Job job, params ValueList<Trigger> triggers) => (name, [With(job, triggers)], true, true);

    static (string, ValueList<Pipeline>, bool, bool) Both(string name, ValueList<Job> jobs) =>
        (name, [new Pipeline("sample") { Triggers = [new Trigger.Push { Branches = ["main"] }, new Trigger.PullRequest()], Jobs = jobs }], true, true);
}
