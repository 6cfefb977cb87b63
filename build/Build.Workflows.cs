using Kiln.Components;
using Kiln.Workflows;
using Kiln.Workflows.GitLab;

partial class Build
{
    static readonly MatrixAxis Engines = new("NUKE_ENGINE", ["nuke", "embedded"]);

    /// <summary>All tests where all can run, on both engines; elsewhere those that need no container engine. The packages and the sample beside them.</summary>
    IEnumerable<Pipeline> IHazPipelines.Pipelines =>
    [
        new Pipeline("test")
        {
            Triggers = [new Trigger.PullRequest(), new Trigger.Push { Branches = ["main"] }],
            Jobs =
            [
                TestOn("linux", Runner.Linux, "VerifyWorkflow") with { Timeout = TimeSpan.FromMinutes(90) },
                TestOn("windows", Runner.Windows),
                TestOn("macos", Runner.MacOs),
                new Job("pack", "Pack") { NeedsHistory = true, Matrix = new JobMatrix(Engines), Artifacts = [new Artifact("packages", "artifacts/packages/")] },
                new Job("images", "DockerBuild"),
            ],
        },
    ];

    GitLabHost? IHazPipelines.GitLab => null;

    static Job TestOn(string name, Runner runner, params string[] before) => new($"test-{name}", [.. before, "Test"])
    {
        Runner = runner,
        Matrix = new JobMatrix(Engines),
        Artifacts = [new Artifact($"test-{name}", "artifacts/reports/tests/")],
    };
}
