using Kiln.Engine.Tests.Runs;
using Nuke.Common;
using Serilog;

namespace Kiln.Engine.Tests.Execution;

public sealed class FailureTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Fact]
    public void A_failure_stops_the_plan_and_what_did_not_run_is_told()
    {
        var run = _repository.Run<Failing>("After");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal("Fails:Failed After:NotRun", run.Statuses);
        Assert.Equal("InvalidOperationException: first line", run.Summary("Fails"));
        Assert.Contains("[ERR] Target Fails has thrown an exception\nSystem.InvalidOperationException: first line\nsecond line", run.Output);
    }

    [Fact]
    public void Assured_targets_run_after_a_failure_even_if_their_own_dependency_did_not()
    {
        var run = _repository.Run<Failing>("CleanUp");

        Assert.Equal("Fails:Failed NotReached:NotRun CleanUp:Succeeded", run.Statuses);
        Assert.Equal(-1, run.ExitCode);
    }

    [Fact]
    public void Failures_of_assured_targets_stop_nothing()
    {
        var run = _repository.Run<TwiceFailing>("Fails FirstCleanUp SecondCleanUp");

        Assert.Equal("Fails:Failed FirstCleanUp:Failed SecondCleanUp:Succeeded", run.Statuses);
    }

    [Fact]
    public void Proceeding_after_failure_runs_the_rest_and_still_fails()
    {
        var run = _repository.Run<Proceeding>("Dependent");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal("Fails:Failed Triggered:Succeeded Dependent:Succeeded", run.Statuses);
    }

    [Fact]
    public void The_exit_code_of_the_build_wins_over_success_and_failure()
    {
        Assert.Equal(42, _repository.Run<ExitCodes>("Succeeds").ExitCode);
        Assert.Equal(43, _repository.Run<ExitCodes>("Fails").ExitCode);
    }

    [Fact]
    public void A_logged_error_alone_does_not_fail_the_build()
    {
        var run = _repository.Run<ExitCodes>("Complains");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("[ERR] Something", run.Output);
    }

    [Fact]
    public void A_target_without_actions_is_collective_and_not_shown()
    {
        var run = _repository.Run<Collecting>("All");

        Assert.Equal("Part:Succeeded All:Collective", run.Statuses);
        Assert.DoesNotContain("All ", run.Output);
    }

    [Fact]
    public void A_throwing_constructor_is_a_message_and_an_exit_code()
    {
        var run = _repository.Run<BrokenConstructor>("--no-logo");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal("cannot be built\n", run.Output);
    }

    public void Dispose() => _repository.Dispose();

    class Failing : NukeBuild
    {
        public Target Fails => _ => _.Executes(() => throw new InvalidOperationException("first line\nsecond line"));
        public Target After => _ => _.DependsOn(Fails).Executes(() => { });
        public Target NotReached => _ => _.DependsOn(Fails).Executes(() => { });
        public Target CleanUp => _ => _.DependsOn(NotReached).AssuredAfterFailure().Executes(() => { });
    }

    class TwiceFailing : NukeBuild
    {
        public Target Fails => _ => _.Executes(() => throw new InvalidOperationException("one"));

        public Target FirstCleanUp => _ => _
            .After(Fails)
            .AssuredAfterFailure()
            .Executes(() => throw new InvalidOperationException("two"));

        public Target SecondCleanUp => _ => _.After(FirstCleanUp).AssuredAfterFailure().Executes(() => { });
    }

    class Proceeding : NukeBuild
    {
        public Target Dependent => _ => _.DependsOn(Fails).After(Triggered).Executes(() => { });
        public Target Triggered => _ => _.Executes(() => { });

        public Target Fails => _ => _
            .ProceedAfterFailure()
            .Triggers(Triggered)
            .Executes(() => throw new InvalidOperationException("no matter"));
    }

    class ExitCodes : NukeBuild
    {
        public Target Succeeds => _ => _.Executes(() => { ExitCode = 42; });

        public Target Fails => _ => _.Executes(() =>
        {
            ExitCode = 43;
            throw new InvalidOperationException("it");
        });

        public Target Complains => _ => _.Executes(() => Log.Error("Something"));
    }

    class Collecting : NukeBuild
    {
        public Target Part => _ => _.Executes(() => { });
        public Target All => _ => _.DependsOn(Part);
    }

    class BrokenConstructor : NukeBuild
    {
        public BrokenConstructor() => throw new InvalidOperationException("cannot be built");

        public Target X => _ => _;
    }
}
