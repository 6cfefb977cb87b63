using System.Text.RegularExpressions;
using Kiln.Engine.Tests.Runs;
using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitLab;
using Serilog;

namespace Kiln.Engine.Tests.CI;

public sealed class RunOnHostTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void On_GitHub_a_target_is_a_group_and_an_annotation_stands_before_its_log_line()
    {
        var output = Plain(_repository.Run<NoisyBuild>("Speak --host GitHubActions --no-logo"));

        Assert.Contains(
            """
            ::group::Speak
            ::warning::Only "one" is left
            00:00:00 [WRN] Only one is left
            ::notice file=a.cs::from a tool
            ::error::50%25 lost
            00:00:00 [ERR] 50% lost
            ::endgroup::Speak
            """,
            output);
        Assert.Contains("::group::Errors & Warnings\n", output);
    }

    [Fact]
    public void On_GitLab_a_target_is_a_section_without_annotations()
    {
        var output = Plain(_repository.Run<NoisyBuild>("Speak --host GitLab --no-logo"));

        Assert.Matches("section_start:[0-9]{10}:[0-9a-f]{32}\\[collapsed=true]\rSpeak\n", output);
        Assert.Matches("section_end:[0-9]{10}:[0-9a-f]{32}\r\n", output);
        Assert.DoesNotContain("::warning", output);
    }

    [Theory]
    [InlineData("GitHubActions", true)]
    [InlineData("GitLab", true)]
    [InlineData("Terminal", false)]
    public void A_build_server_is_no_local_build(string host, bool isServer)
    {
        _repository.Run<NoisyBuild>($"Speak --host {host}");

        Assert.Equal(isServer, NukeBuild.IsServerBuild);
        Assert.Equal(!isServer, NukeBuild.IsLocalBuild);
    }

    [Fact]
    public void A_marked_member_holds_the_host_of_its_type()
    {
        var build = _repository.Run<NoisyBuild>("Speak --host GitHubActions").BuildAs<NoisyBuild>();

        Assert.IsType<GitHubActions>(build.GitHub);
        Assert.Null(build.GitLab);
    }

    /// <summary>Without colours and times.</summary>
    private static string Plain(TestRun run) =>
        Regex.Replace(Regex.Replace(run.RawOutput, "\e\\[[0-9;]*[mK]", ""), @"\d\d:\d\d:\d\d ", "00:00:00 ");

    public class NoisyBuild : NukeBuild
    {
        [CI]
        public readonly GitHubActions? GitHub;

        [CI]
        public readonly GitLab? GitLab;

        public Target Speak => _ => _
            .Executes(() =>
            {
                Log.Warning("Only {Count} is left", "one");
                Log.Information("::notice file=a.cs::from a tool");
                Log.Error("50% lost");
            });
    }
}
