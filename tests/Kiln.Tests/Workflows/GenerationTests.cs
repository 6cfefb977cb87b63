using Kiln.Primitives;
using Kiln.Workflows;
using Kiln.Workflows.Defaults;
using Kiln.Workflows.GitLab;
using Kiln.Workflows.Yaml;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

public sealed class GenerationTests
{
    [Fact]
    public void One_line_of_C_changes_both_hosts()
    {
        var before = Pipeline(new Job("push", "Push"));
        var after = before with { Jobs = [before.Jobs[0] with { Timeout = TimeSpan.FromMinutes(7) }] };

        Assert.Contains("timeout-minutes: 7\n", OfGitHub(after));
        Assert.Contains("timeout: 7 minutes\n", OfGitLab(after));
        Assert.NotEqual(OfGitHub(before), OfGitHub(after));
    }

    [Fact]
    public void A_hundred_images_are_one_job_that_a_person_can_read()
    {
        var images = Enumerable.Range(0, 100).Select(x => new ImageSpec($"image-{x}", ".")).ToArray();
        var pipeline = Pipeline(new Job("scan", "Scan") { Matrix = JobMatrix.ByImage(images) });

        Assert.InRange(OfGitHub(pipeline, facts: new() { Images = [.. images.Select(x => x.Name)] }).Split('\n').Length, 100, 170);
        Assert.InRange(OfGitLab(pipeline).Split('\n').Length, 100, 170);
    }

    [Fact]
    public void The_same_pipeline_is_the_same_text_on_any_machine()
    {
        foreach (var (_, pipelines, hub, lab) in SamplePipelines.All())
        {
            Assert.All(pipelines, x => Assert.True(!hub || OfGitHub(x) == OfGitHub(x)));
            Assert.True(!lab || OfGitLab(pipelines[0]) == OfGitLab(pipelines[0]));
        }
    }

    [Fact]
    public void The_machine_gets_the_SDK_that_the_build_s_file_names_and_else_the_newest_that_can_compile_it()
    {
        string With(string? file) => OfGitHub(Pipeline(new Job("push", "Push")), facts: new() { SdkFile = file });

        Assert.Contains("          global-json-file: build/global.json\n", With("build/global.json"));
        Assert.Contains("hashFiles('**/*.csproj', '**/Directory.Packages.props', 'build/global.json')", With("build/global.json"));
        Assert.Contains("          dotnet-version: '10.0.x'\n", With(null));
        Assert.DoesNotContain("global-json-file", With(null));
        // GitLab's cache of packages is of that SDK.
        Assert.Contains("files: [build/global.json, Directory.Packages.props]", OfGitLab(Pipeline(new Job("push", "Push")), facts: new() { SdkFile = "build/global.json" }));
    }

    [Fact]
    public void A_platform_that_the_machine_does_not_run_gets_an_emulator_where_packages_can_be_installed()
    {
        bool Emulates(Runner runner, params Platform[] platforms) => OfGitHub(Pipeline(new Job("scan", "Scan") { Runner = runner }), facts: new() { Platforms = [.. platforms] })
            .Contains("qemu-user-static", StringComparison.Ordinal);

        Assert.True(Emulates(Runner.Linux, Platform.LinuxAmd64, Platform.LinuxArm64));
        Assert.True(Emulates(Runner.LinuxArm, Platform.LinuxAmd64));
        Assert.False(Emulates(Runner.Linux, Platform.LinuxAmd64));
        Assert.False(Emulates(Runner.LinuxArm, Platform.LinuxArm64));
        Assert.False(Emulates(Runner.Labels("self-hosted"), Platform.LinuxArm64));
        Assert.DoesNotContain("qemu", OfGitHub(Pipeline(new Job("test", "Test"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_cleans_up_may_delete_caches_and_packages_and_nothing_else()
    {
        var text = OfGitHub(Pipeline(new Job("clean-up", "CleanUp")), facts: SamplePipelines.Facts);
        var elsewhere = OfGitHub(Pipeline(new Job("clean-up", "CleanUp")), facts: SamplePipelines.Facts with { Registries = ["harbor.example.com/acme"] });

        Assert.Contains("permissions:\n      contents: read\n      packages: write\n      pull-requests: read\n      actions: write\n    steps:\n", text);
        Assert.Contains("permissions:\n      contents: read\n      pull-requests: read\n      actions: write\n    steps:\n", elsewhere);
        Assert.Contains("GITHUB_TOKEN: ${{ github.token }}\n", text);
        Assert.Contains("REGISTRY_CREDENTIALS: ${{ secrets.REGISTRY_CREDENTIALS }}\n", text);
        Assert.DoesNotContain("ACTIONS_RUNTIME_TOKEN", text);
    }

    [Fact]
    public void By_platform_each_is_built_on_its_own_machine_without_an_emulator_and_one_job_assembles_scans_and_pushes()
    {
        var text = OfGitHub(DefaultPipelines.Of(SamplePipelines.Facts, ["VerifyWorkflow", "DockerBuild", "Assemble", "Scan", "Push"], FanOut.ByPlatform)[0], facts: SamplePipelines.Facts);

        Assert.DoesNotContain("qemu", text, StringComparison.Ordinal);
        Assert.Contains("runs-on: ubuntu-24.04-arm\n", text);
        Assert.Contains("ONLY_PLATFORMS: linux/arm64\n", text);
        Assert.Contains("run: ./build.sh VerifyWorkflow DockerBuild\n", text);
        Assert.Contains("run: ./build.sh DockerBuild\n", text);
        Assert.Contains("./build.sh Assemble Push\n", text);
        Assert.Equal(2, Occurrences(text, "needs: [build-linux-amd64, build-linux-arm64]\n"));
        Assert.Equal(2, Occurrences(text, "path: artifacts/platforms/linux-amd64\n"));
    }

    [Fact]
    public void Check_runs_are_written_where_they_are_asked_for_before_Lint_ends_the_job()
    {
        string Of(bool checkRuns) => OfGitHub(DefaultPipelines.Of(SamplePipelines.Facts, ["VerifyWorkflow", "Lint", "CreateCheckRun", "Scan"], checkRuns: checkRuns)[0]);

        Assert.Contains("./build.sh VerifyWorkflow CreateCheckRun Lint Scan\n", Of(true));
        Assert.DoesNotContain("CreateCheckRun", Of(false));
    }

    [Fact]
    public void By_platform_without_a_target_that_assembles_is_refused()
    {
        var failure = Assert.Throws<KilnException>(() => DefaultPipelines.Of(SamplePipelines.Facts, ["DockerBuild", "Push"], FanOut.ByPlatform));

        Assert.Equal(ErrorCodes.InvalidPipeline, failure.Code);
        Assert.Contains("IAssemble", failure.Message);
    }

    [Fact]
    public void A_pipeline_that_is_called_is_a_component_whose_inputs_are_variables_and_whose_rules_are_the_caller_s()
    {
        var pipeline = new Pipeline("container")
        {
            Triggers = [new Trigger.Called { Inputs = [new("ONLY_IMAGES") { Description = "Which" }, new("REBUILD", InputKind.Boolean) { Default = "false" }, new("TAG") { IsRequired = true }] }],
            Jobs = [new Job("build", "DockerBuild"), new Job("push", "Push") { Needs = ["build"] }],
        };

        var file = GitLabComponent.Of(pipeline, SamplePipelines.Facts, new GitLabHost());

        Assert.Equal("templates/container.yml", file.Path);
        Assert.StartsWith(
            """
            # Written by Kiln from the build's pipeline 'container'.
            # Edits are lost: change the C# that describes it, and run ./build.sh GenerateWorkflow.

            spec:
              inputs:
                stage:
                  description: The stage that its jobs are in; among themselves they know what they need.
                  default: test
                prefix:
                  description: What its jobs' names begin with, where the pipeline has jobs of the same names.
                  default: ''
                ONLY_IMAGES:
                  description: Which
                  default: ''
                REBUILD:
                  options:
                    - 'true'
                    - 'false'
                  default: 'false'
                TAG: {}
            ---
            $[[ inputs.prefix ]]build:
              stage: $[[ inputs.stage ]]
            """.ReplaceLineEndings("\n"), file.Text);
        Assert.Contains("    ONLY_IMAGES: $[[ inputs.ONLY_IMAGES ]]\n", file.Text);
        Assert.DoesNotContain("rules:", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void History_is_fetched_where_a_job_needs_it()
    {
        var (with, without) = (Pipeline(new Job("pack", "Pack") { NeedsHistory = true }), Pipeline(new Job("pack", "Pack")));

        Assert.Contains("fetch-depth: 0\n", OfGitHub(with));
        Assert.Contains("GIT_DEPTH: '0'\n", OfGitLab(with));
        Assert.DoesNotContain("fetch-depth", OfGitHub(without), StringComparison.Ordinal);
        Assert.DoesNotContain("GIT_DEPTH", OfGitLab(without), StringComparison.Ordinal);
    }

    static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    [Fact]
    public void A_job_that_builds_nothing_runs_in_the_same_image_without_an_engine()
    {
        var host = SamplePipelines.GitLabHosts().Single(x => x.Name == "dind").Host;

        Assert.Contains("image: docker.io/library/docker:28.5.2-cli@", OfGitLab(Pipeline(new Job("stale", "ListStale")), host), StringComparison.Ordinal);
        Assert.DoesNotContain("dind", OfGitLab(Pipeline(new Job("stale", "ListStale")), host), StringComparison.Ordinal);
        Assert.Contains("-dind@", OfGitLab(Pipeline(new Job("scan", "Scan")), host), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_job_takes_is_put_back_where_it_lay()
    {
        string Of(JobMatrix? matrix, params ValueList<string> paths) => OfGitHub(Pipeline(
            new Job("pack", "Pack") { Artifacts = [new Artifact("packages", paths)], Matrix = matrix }, new Job("publish", "Publish") { Needs = ["pack"], Takes = ["packages"] }));

        Assert.Contains("name: packages\n          path: artifacts\n", Of(null, "artifacts/packages/*.nupkg", "artifacts/notes.md"), StringComparison.Ordinal);
        Assert.Contains("name: packages\n          path: artifacts/packages\n", Of(null, "artifacts/packages/"), StringComparison.Ordinal);
        Assert.Contains("name: packages\n          path: .\n", Of(null, "a/b", "c/d"), StringComparison.Ordinal);
        Assert.Contains("pattern: packages-*\n          merge-multiple: true\n", Of(new(new MatrixAxis("A", ["1"])), "a/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pipelines_that_share_GitLab_s_file_are_told_apart_by_name_and_keep_their_variables()
    {
        Pipeline One(string name, params ValueList<PipelineInput> inputs) => new(name)
        {
            Triggers = [new Trigger.Manual { Inputs = inputs }, new Trigger.Push { Branches = ["main"] }],
            Jobs = [new Job($"job-{name}", "Scan")],
            Variables = new Dictionary<string, string> { ["OWN"] = name },
        };

        var text = Kiln.Workflows.GitLab.GitLabPipeline.Of([One("one"), One("two", new PipelineInput("ONLY_IMAGES") { Default = "api" })], SamplePipelines.Facts, new()).Text;

        Assert.Contains("KILN_PIPELINE == \"two\"\n", text, StringComparison.Ordinal);
        Assert.Contains("options: [one, two]\n", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("    OWN: ").Length - 1);
        // The default is for whom the form asks, and not for a push.
        Assert.Matches("(?s)\"main\"\n      variables:\n        ONLY_IMAGES: ''\n", text);
        Assert.DoesNotContain("KILN_PIPELINE", Kiln.Workflows.GitLab.GitLabPipeline.Of([One("one")], SamplePipelines.Facts, new()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_for_branches_are_never_ended_and_no_other_takes_their_place()
    {
        Assert.Contains("group: sample-${{ github.event_name == 'pull_request' && github.ref || github.run_id }}\n", OfGitHub(Pipeline(new Job("scan", "Scan"))), StringComparison.Ordinal);
        Assert.DoesNotContain("concurrency", OfGitHub(Pipeline(new Job("scan", "Scan")) with { EndsOlderRuns = false }), StringComparison.Ordinal);
        Assert.DoesNotContain("interruptible: true", OfGitLab(Pipeline(new Job("deploy", "Deploy"))), StringComparison.Ordinal);
        Assert.Contains("interruptible: true", OfGitLab(Pipeline(new Job("scan", "Scan") { On = [JobEvent.PullRequest] })), StringComparison.Ordinal);
        Assert.Contains("branches: ['**']\n", OfGitHub(Pipeline(new Job("scan", "Scan")) with { Triggers = [new Trigger.Push()] }).Replace("\n      - '**'", " ['**']", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("- src/**/*", OfGitLab(Pipeline(new Job("scan", "Scan")) with { Triggers = [new Trigger.Push { Paths = ["src/**"] }] }).Replace("[src/**/*]", "- src/**/*", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_of_one_s_own_is_taken_in_the_newest_version_that_is_pinned()
    {
        var commit = new string('d', 40);
        var pins = Kiln.Workflows.Pins.WorkflowPins.Known.With([new("actions/setup-node@v6.2.0", commit)]);
        string Of(string action) => OfGitHub(Pipeline(new Job("scan", "Scan") { Before = [new Step.Use(action)] }), facts: new() { Pins = pins });

        Assert.Contains($"uses: actions/setup-node@{commit} # v6.2.0\n", Of("actions/setup-node@v6.0.0"), StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.ActionNotPinned, Assert.Throws<KilnException>(() => Of("actions/setup-node@v7.0.0")).Code);
        Assert.Contains("actions/setup-node@v7.0.0", OfGitHub(Pipeline(new Job("scan", "Scan") { Before = [new Step.Use("actions/setup-node@v7.0.0")] }), facts: new() { Pins = pins.Tolerant }), StringComparison.Ordinal);
    }

    [Fact]
    public void Extra_wins_and_null_takes_out()
    {
        var text = OfGitHub(Pipeline(new Job("scan", "Scan")
        {
            Extra = new() { GitHub = new Dictionary<string, string> { ["timeout-minutes"] = "9", ["permissions"] = "{ contents: read, checks: write }", ["strategy"] = "null" } },
        }));
        var job = (YamlMap)((YamlMap)((YamlMap)YamlReader.Read(text, "x"))["jobs"]!)["scan"]!;

        Assert.Equal(new YamlValue("9"), job["timeout-minutes"]);
        Assert.Equal(new YamlText("write"), ((YamlMap)job["permissions"]!)["checks"]);
        Assert.Null(job["strategy"]);
    }

    [Fact]
    public void Steps_services_and_environments_have_an_Extra_too()
    {
        HostExtra Both(string gitHub, string gitLab) => new() { GitHub = new Dictionary<string, string> { [gitHub] = "x" }, GitLab = new Dictionary<string, string> { [gitLab] = "z" } };
        var service = new ServiceContainer("db", ImageReference.Parse("postgres@sha256:" + new string('a', 64))) { Extra = Both("options", "command") };
        var job = new Job("scan", "Scan") { Services = [service], Environment = new("a") { Extra = Both("deployment", "deployment_tier") } };
        var step = new Step.Run("npm test") { Extra = new() { GitHub = new Dictionary<string, string> { ["working-directory"] = "web", ["run"] = "npm ci" } } };

        var text = OfGitHub(Pipeline(job with { Before = [step] }));
        Assert.Contains("- run: npm ci\n        working-directory: web\n", text);
        Assert.Contains("        options: x\n", text);
        Assert.Contains("environment:\n      name: a\n      deployment: x\n", text);
        var lab = OfGitLab(Pipeline(job with { Before = [step] }), SamplePipelines.GitLabHosts().Single(x => x.Name == "dind").Host);
        Assert.Contains("alias: db\n      command: z\n", lab);
        Assert.Contains("deployment_tier: z\n", lab);
        Assert.Contains("(\n      npm test\n      )", lab);
        Assert.Equal(ErrorCodes.HostLacksFeature, Assert.Throws<KilnException>(() => OfGitLab(Pipeline(new Job("a", "A") { Before = [step with { Extra = Both("if", "when") }] }))).Code);
    }

    [Fact]
    public void What_the_lock_says_of_an_action_wins()
    {
        var commit = new string('d', 40);
        var content = Kiln.Locking.KilnLock.Empty with
        {
            Actions = new Dictionary<string, Kiln.Locking.LockedAction> { ["actions/checkout@v7.1.0"] = new(commit, DateTimeOffset.UnixEpoch) },
        };

        var text = OfGitHub(Pipeline(new Job("scan", "Scan")), facts: new() { Pins = Kiln.Workflows.Pins.WorkflowPins.Known.With(content) });

        Assert.Contains($"uses: actions/checkout@{commit} # v7.1.0\n", text);
    }
}
