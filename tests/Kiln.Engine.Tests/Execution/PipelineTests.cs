using Kiln.Engine.Tests.Runs;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Tests.Execution;

public sealed class PipelineTests : IDisposable
{
    static readonly List<string> Said = [];

    readonly TestRepository _repository = new();

    public PipelineTests() => Said.Clear();

    [Fact]
    public void Extensions_and_events_come_in_the_order_of_NUKE()
    {
        _repository.Run<Talking>("Good Skipped Collective --skip Skipped");

        Assert.Equal(
            [
                "constructor", "definition", "extension created", "OnBuildCreated", "extension initialized",
                "OnBuildInitialized", "extension running Good", "OnTargetRunning Good", "action", "extension summary Good",
                "extension succeeded Good", "OnTargetSucceeded Good", "extension finished", "OnBuildFinished",
            ],
            Said);
    }

    [Fact]
    public void Failed_and_skipped_targets_raise_their_events()
    {
        _repository.Run<Talking>("Bad");

        Assert.Contains("OnTargetSkipped Never", Said);
        Assert.Contains("extension failed Bad", Said);
        Assert.Equal("OnBuildFinished", Said[^1]);
    }

    [Fact]
    public void Help_ends_without_finishing()
    {
        var run = _repository.Run<Talking>("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("OnBuildFinished", Said);
        Assert.DoesNotContain("OnBuildInitialized", Said);
    }

    [Fact]
    public void The_last_summary_of_a_target_replaces_earlier_ones()
    {
        var run = _repository.Run<Reporting>("X");

        Assert.Equal("Second: 2", run.Summary("X"));
        Assert.Contains("< 1sec   // Second: 2", run.Output);
    }

    [Fact]
    public void Continue_goes_on_where_the_same_invocation_failed()
    {
        _repository.Run<Resumable>("Last");
        var run = _repository.Run<Resumable>("Last --continue --fixed");

        Assert.Equal("First:Skipped Last:Succeeded", run.Statuses);
        Assert.Equal("", run.Summary("First"));
    }

    [Fact]
    public void Continue_starts_again_when_the_invocation_changed()
    {
        _repository.Run<Resumable>("Last");
        var run = _repository.Run<Resumable>("First Last --continue --fixed");

        Assert.Contains("[WRN] Build invocation changed. Restarting ...", run.Output);
        Assert.Equal("First:Succeeded Last:Succeeded", run.Statuses);
    }

    [Fact]
    public void Continue_needs_the_targets_of_the_very_last_attempt()
    {
        _repository.Run<Resumable>("Last");
        _repository.Run<Resumable>("Last --skip");
        var run = _repository.Run<Resumable>("Last --continue --fixed");

        Assert.Equal("First:Succeeded Last:Succeeded", run.Statuses);
    }

    public void Dispose() => _repository.Dispose();

    [AttributeUsage(AttributeTargets.Class)]
    class ListeningAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized, IOnTargetRunning,
        IOnTargetSucceeded, IOnTargetFailed, IOnTargetSummaryUpdated, IOnBuildFinished
    {
        public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
            => Said.Add("extension created");

        public void OnBuildInitialized(
            IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
            => Said.Add("extension initialized");

        public void OnTargetRunning(ExecutableTarget target) => Said.Add($"extension running {target.Name}");

        public void OnTargetSucceeded(ExecutableTarget target) => Said.Add($"extension succeeded {target.Name}");

        public void OnTargetFailed(ExecutableTarget target) => Said.Add($"extension failed {target.Name}");

        public void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target)
            => Said.Add($"extension summary {target.Name}");

        public void OnBuildFinished() => Said.Add("extension finished");
    }

    [Listening]
    class Talking : NukeBuild
    {
        public Talking() => Said.Add("constructor");

        public Target Good => _ =>
        {
            Said.Add("definition");
            return _.Executes(() =>
            {
                Said.Add("action");
                ReportSummary(x => x);
            });
        };

        public Target Skipped => _ => _.Before(Good);

        public Target Collective => _ => _;

        public Target Never => _ => _.OnlyWhenDynamic(() => false).Executes(() => { });

        public Target Bad => _ => _.DependsOn(Never).Executes(() => throw new InvalidOperationException("bad"));

        protected internal override void OnBuildCreated() => Said.Add("OnBuildCreated");

        protected internal override void OnBuildInitialized() => Said.Add("OnBuildInitialized");

        protected internal override void OnTargetRunning(string target) => Said.Add($"OnTargetRunning {target}");

        protected internal override void OnTargetSucceeded(string target) => Said.Add($"OnTargetSucceeded {target}");

        protected internal override void OnTargetSkipped(string target) => Said.Add($"OnTargetSkipped {target}");

        protected internal override void OnBuildFinished() => Said.Add("OnBuildFinished");
    }

    class Reporting : NukeBuild
    {
        public Target X => _ => _.Executes(() =>
        {
            ReportSummary(x => new() { ["First"] = "1" });
            ReportSummary(x => new() { ["Second"] = "2" });
        });
    }

    class Resumable : NukeBuild
    {
        [Parameter] public readonly bool Fixed;

        public Target First => _ => _.Executes(() => { });

        public Target Last => _ => _.DependsOn(First).Executes(() => Nuke.Common.Assert.True(Fixed));
    }
}
