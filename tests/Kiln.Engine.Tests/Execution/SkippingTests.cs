using Kiln.Engine.Tests.Runs;
using Nuke.Common;

namespace Kiln.Engine.Tests.Execution;

public sealed class SkippingTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Fact]
    public void A_skipped_target_takes_along_what_only_it_needs()
    {
        var run = _repository.Run<Chain>("Publish --skip Pack");

        Assert.Equal("Restore:Skipped Compile:Skipped Pack:Skipped Publish:Succeeded", run.Statuses);
        Assert.Equal("Skipped: via parameter", run.Summary("Pack"));
        Assert.Equal("Skipped: because of Pack", run.Summary("Compile"));
    }

    [Fact]
    public void What_another_scheduled_target_needs_is_kept()
    {
        var run = _repository.Run<Chain>("Publish Test --skip Pack");

        Assert.Equal("Restore:Succeeded Compile:Succeeded Test:Succeeded Pack:Skipped Publish:Succeeded", run.Statuses);
    }

    [Fact]
    public void Skip_without_names_skips_all_but_the_invoked_targets()
    {
        var run = _repository.Run<Chain>("Publish --skip");

        Assert.Equal("Restore:Skipped Compile:Skipped Pack:Skipped Publish:Succeeded", run.Statuses);
    }

    [Fact]
    public void Skip_without_names_skips_even_the_default_target()
    {
        var run = _repository.Run<Chain>("--skip", x => x.Pack);

        Assert.Equal("Restore:Skipped Compile:Skipped Pack:Skipped", run.Statuses);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void An_invoked_target_runs_although_it_is_to_be_skipped()
    {
        var run = _repository.Run<Chain>("Compile --skip Compile");

        Assert.Equal("Restore:Skipped Compile:Succeeded", run.Statuses);
    }

    [Theory]
    [InlineData("Top --skip one-more+Pack")]
    [InlineData("Top --skip onemore pack")]
    public void Names_to_skip_ignore_case_and_dashes_and_may_be_joined(string arguments)
    {
        var run = _repository.Run<Named>(arguments);

        Assert.Equal("Pack:Skipped OneMore:Skipped Top:Succeeded", run.Statuses);
    }

    [Fact]
    public void Dependency_behaviour_execute_keeps_the_dependencies()
    {
        var run = _repository.Run<Conditional>("Top --skip Keeping");

        Assert.Equal("Base:Succeeded Keeping:Skipped Top:Succeeded", run.Statuses);
    }

    [Fact]
    public void A_false_static_condition_skips_dependencies_too()
    {
        var run = _repository.Run<Conditional>("StaticTop");

        Assert.Equal("Base:Skipped Static:Skipped StaticTop:Succeeded", run.Statuses);
        Assert.Equal("OnlyWhen: Never() && 1 == 2", run.Summary("Static"));
        Assert.Equal("Skipped: because of Static", run.Summary("Base"));
    }

    [Fact]
    public void A_false_dynamic_condition_comes_too_late_for_dependencies_but_skips_triggers()
    {
        var run = _repository.Run<Conditional>("DynamicTop");

        Assert.Equal("Base:Succeeded Dynamic:Skipped Triggered:Skipped DynamicTop:Succeeded", run.Statuses);
        Assert.Equal("OnlyWhen: Never()", run.Summary("Dynamic"));
        Assert.Equal("Skipped: because of Dynamic", run.Summary("Triggered"));
    }

    [Fact]
    public void A_skipped_target_with_a_false_condition_shows_both_reasons()
    {
        var run = _repository.Run<Conditional>("StaticTop --skip Static");

        Assert.Equal("Skipped: via parameter, OnlyWhen: Never() && 1 == 2", run.Summary("Static"));
    }

    [Fact]
    public void A_condition_that_throws_fails_the_build_before_its_target()
    {
        var run = _repository.Run<Throwing>("X");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal("X:NotRun", run.Statuses);
        Assert.Contains("[ERR] Invocation of condition for X has thrown an exception\nSystem.InvalidOperationException: broken", run.Output);
    }

    public void Dispose() => _repository.Dispose();

    class Chain : NukeBuild
    {
        public Target Restore => _ => _.Executes(() => { });
        public Target Compile => _ => _.DependsOn(Restore).Executes(() => { });
        public Target Pack => _ => _.DependsOn(Compile).Executes(() => { });
        public Target Publish => _ => _.DependsOn(Pack).Executes(() => { });
        public Target Test => _ => _.DependsOn(Compile).Before(Pack).Executes(() => { });
    }

    class Named : NukeBuild
    {
        public Target OneMore => _ => _.Executes(() => { });
        public Target Pack => _ => _.Executes(() => { });
        public Target Top => _ => _.DependsOn(OneMore, Pack).Executes(() => { });
    }

    class Conditional : NukeBuild
    {
        static bool Never() => false;

        public Target Base => _ => _.Executes(() => { });

        public Target Keeping => _ => _
            .DependsOn(Base)
            .WhenSkipped(DependencyBehavior.Execute)
            .Executes(() => { });

        public Target Top => _ => _.DependsOn(Keeping).Executes(() => { });

        public Target Static => _ => _
            .DependsOn(Base)
            .OnlyWhenStatic(() => Never())
            .OnlyWhenStatic(() => true)
            .OnlyWhenStatic(() => 1 == 2)
            .Executes(() => { });

        public Target StaticTop => _ => _.DependsOn(Static).Executes(() => { });

        public Target Triggered => _ => _.Executes(() => { });

        public Target Dynamic => _ => _
            .DependsOn(Base)
            .Triggers(Triggered)
            .OnlyWhenDynamic(() => Never())
            .Executes(() => { });

        public Target DynamicTop => _ => _.DependsOn(Dynamic).After(Triggered).Executes(() => { });
    }

    class Throwing : NukeBuild
    {
        public Target X => _ => _
            .OnlyWhenDynamic(() => Broken())
            .Executes(() => { });

        static bool Broken() => throw new InvalidOperationException("broken");
    }
}
