using Kiln.Workflows;
using Kiln.Workflows.GitLab;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

public sealed class RunnerTests
{
    static readonly Step.Run Frontend = new("npm ci\r\nnpm test\r\n")
    {
        Variables = new Dictionary<string, string> { ["NODE_ENV"] = "it's \u2019fine\u2019 $env:HOME" },
        Secrets = [new("TOKEN", "NPM_TOKEN")],
    };

    [Fact]
    public void A_machine_says_by_its_labels_or_by_itself_that_it_is_Windows()
    {
        string Of(Runner runner) => OfGitHub(Pipeline(new Job("test", "Test") { Runner = runner }));

        Assert.Contains(@"run: .\build.cmd Test", Of(Runner.Windows));
        Assert.Contains(@"run: .\build.cmd Test", Of(Runner.Labels("self-hosted", "Windows")));
        Assert.Contains(@"run: .\build.cmd Test", Of(Runner.Group("builders", "windows")));
        Assert.Contains(@"run: .\build.cmd Test", Of(Runner.Labels("builder") with { OperatingSystem = RunnerSystem.Windows }));
        Assert.Contains("run: ./build.sh Test", Of(Runner.Labels("self-hosted", "macOS")));
        Assert.Contains("run: ./build.sh Test", Of(Runner.Labels("self-hosted")));
    }

    [Fact]
    public void A_step_is_bash_s_or_PowerShell_s_with_its_own_variables()
    {
        Assert.Equal(
            ["(\nexport NODE_ENV='it'\"'\"'s \u2019fine\u2019 $env:HOME'\nexport TOKEN=\"$NPM_TOKEN\"\nnpm ci\nnpm test\n)"], GitLabScript.Of(Frontend, RunnerSystem.MacOs));
        Assert.Equal(
            """
            & {
            $before0 = $env:NODE_ENV; $env:NODE_ENV = 'it''s ’’fine’’ $env:HOME'
            $before1 = $env:TOKEN; $env:TOKEN = $env:NPM_TOKEN
            try {
            npm ci
            npm test
            } finally {
            $env:NODE_ENV = $before0
            $env:TOKEN = $before1
            }
            }
            """.ReplaceLineEndings("\n"),
            Assert.Single(GitLabScript.Of(Frontend, RunnerSystem.Windows)));
        Assert.Contains("- |-\n      & {\n      npm ci\n      }\n", OfGitLab(Pipeline(new Job("test", "Test") { Runner = Runner.Windows, Before = [new Step.Run("npm ci")] })));
    }

    [Fact]
    public void A_proposal_is_bash_s_on_every_machine_of_GitHub_s() =>
        Assert.Contains("shell: bash\n", OfGitHub(Pipeline(new Job("refresh", "UpdateLock") { Runner = Runner.Labels("windows"), After = [new Step.Propose("kiln/lock", "Refresh")] })));

    [Fact]
    public void Images_are_built_on_no_machine_of_the_hosts_that_has_no_engine_for_them()
    {
        foreach (var runner in new[] { Runner.Windows, Runner.MacOs })
        {
            var error = Assert.Throws<KilnException>(() => OfGitHub(Pipeline(new Job("scan", "Scan") { Runner = runner })));

            Assert.Equal(ErrorCodes.InvalidPipeline, error.Code);
            Assert.Contains($"'scan' builds images on the hosts' own {runner.OperatingSystem} machine", error.Message);
        }

        Assert.Contains(@".\build.cmd Scan", OfGitHub(Pipeline(new Job("scan", "Scan") { Runner = Runner.Labels("windows", "docker") })));
    }
}
