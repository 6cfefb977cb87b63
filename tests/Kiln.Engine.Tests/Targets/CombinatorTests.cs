using Kiln.Engine.Execution;
using Kiln.Engine.Tests.Runs;
using Nuke.Common;

namespace Kiln.Engine.Tests.Targets;

public sealed class CombinatorTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Theory]
    [InlineData("DependsOnA", "A DependsOnA")]
    [InlineData("B", "ForB B")]
    [InlineData("Triggering", "Triggering Triggered")]
    [InlineData("Source", "Source ByTrigger")]
    [InlineData("Later Sooner", "Sooner Later")]
    public void Relations_work_in_both_directions(string arguments, string plan)
    {
        var run = _repository.Run<Relations>(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(plan, run.Plan);
    }

    [Fact]
    public void A_component_without_arguments_means_its_only_target()
    {
        var run = _repository.Run<Components>("Shorthand");

        Assert.Equal("Work Shorthand", run.Plan);
    }

    [Fact]
    public void A_shorthand_for_several_targets_is_refused_with_their_names()
    {
        var run = _repository.Run<TooMany>("X");

        Assert.Contains("cannot have shorthand dependency on component 'ITwo'.\nToo many relevant targets:\n  - One\n  - Two", run.Output);
    }

    [Fact]
    public void Try_does_nothing_when_the_component_is_missing()
    {
        var run = _repository.Run<Components>("Tries");

        Assert.Equal("Work Tries", run.Plan);
    }

    [Fact]
    public void Base_puts_the_inherited_actions_where_it_is_called()
    {
        var run = _repository.Run<Derived>("Do");

        Assert.Equal(["before", "base", "after"], run.BuildAs<Derived>().Said);
    }

    [Fact]
    public void Base_without_a_base_member_is_refused()
    {
        var run = _repository.Run<NoBase>("X");

        Assert.Equal(-1, run.ExitCode);
        Assert.Contains("does not have any base members. To inherit from an interface default implementation, use Inherit<T>", run.Output);
    }

    [Fact]
    public void Inherit_calls_the_implementation_of_the_interface_itself()
    {
        var run = _repository.Run<Inheriting>("Work");

        Assert.Equal("Work:Succeeded", run.Statuses);
        Assert.Equal(["before", "component"], run.BuildAs<Inheriting>().Said);
    }

    [Fact]
    public void The_last_description_wins_and_unlisted_targets_are_hidden_in_help_only()
    {
        var help = _repository.Run<Described>("--help");

        Assert.Contains("    second", help.Lines);
        Assert.DoesNotContain("first", help.Output);
        Assert.DoesNotContain("Secretive", help.Output);
        Assert.Equal("Secretive:Succeeded", _repository.Run<Described>("Secretive").Statuses);
    }

    [Fact]
    public void Actions_add_up_and_tasks_are_awaited()
    {
        var run = _repository.Run<Acting>("Do");

        Assert.Equal(["one", "two", "task", "function"], run.BuildAs<Acting>().Said);
    }

    [Fact]
    public void Artifacts_create_no_dependency()
    {
        var run = _repository.Run<Artifacts>("Take");

        Assert.Equal("Take", run.Plan);
        Assert.Equal(["out/*"], BuildRun.Current.Targets.Single(x => x.Name == "Make").ArtifactProducts);
    }

    [Fact]
    public void A_target_cannot_depend_on_itself()
    {
        var run = _repository.Run<Selfish>("Me");

        Assert.Contains("Target 'Me' cannot have a dependency on itself", run.Output);
        Assert.Equal(-1, run.ExitCode);
    }

    public void Dispose() => _repository.Dispose();

    class Relations : NukeBuild
    {
        public Target A => _ => _.Executes(() => { });
        public Target DependsOnA => _ => _.DependsOn(A).Executes(() => { });
        public Target B => _ => _.Executes(() => { });
        public Target ForB => _ => _.DependentFor(B).Executes(() => { });
        public Target Triggered => _ => _.Executes(() => { });
        public Target Triggering => _ => _.Triggers(Triggered).Executes(() => { });
        public Target Source => _ => _.Executes(() => { });
        public Target ByTrigger => _ => _.TriggeredBy(Source).Executes(() => { });
        public Target Sooner => _ => _.Before(Later).Executes(() => { });
        public Target Later => _ => _.Executes(() => { });
    }

    interface IWork : INukeBuild
    {
        List<string> Said { get; }

        Target Work => _ => _.Executes(() => Said.Add("component"));
    }

    interface IMissing : INukeBuild
    {
        Target Missing => _ => _;
    }

    interface ITwo : INukeBuild
    {
        Target One => _ => _;
        Target Two => _ => _;
    }

    class Components : NukeBuild, IWork
    {
        public List<string> Said { get; } = [];
        public Target Shorthand => _ => _.DependsOn<IWork>().Executes(() => { });
        public Target Tries
            => _ => _.TryDependsOn<IWork>().TryDependsOn<IMissing>().TryAfter<IMissing>().Executes(() => { });
    }

    class TooMany : NukeBuild, ITwo
    {
        public Target X => _ => _.DependsOn<ITwo>();
    }

    class Ancestor : NukeBuild
    {
        public List<string> Said { get; } = [];
        public virtual Target Do => _ => _.Executes(() => Said.Add("base"));
    }

    class Derived : Ancestor
    {
        public override Target Do => _ => _.Executes(() => Said.Add("before")).Base().Executes(() => Said.Add("after"));
    }

    class NoBase : NukeBuild
    {
        public Target X => _ => _.Base();
    }

    class Inheriting : NukeBuild, IWork
    {
        public List<string> Said { get; } = [];
        public Target Work => _ => _.Executes(() => Said.Add("before")).Inherit<IWork>(x => x.Work);
    }

    class Described : NukeBuild
    {
        public Target X => _ => _.Description("first").Description("second");
        public Target Secretive => _ => _.Unlisted().Executes(() => { });
    }

    class Acting : NukeBuild
    {
        public List<string> Said { get; } = [];

        public Target Do => _ => _
            .Executes(() => Said.Add("one"), () => Said.Add("two"))
            .Executes(async () =>
            {
                await Task.Delay(20);
                Said.Add("task");
            })
            .Executes(() => { Said.Add("function"); return 1; });
    }

    class Artifacts : NukeBuild
    {
        public Target Make => _ => _.Produces("out/*").Executes(() => { });
        public Target Take => _ => _.Consumes(Make).Executes(() => { });
    }

    class Selfish : NukeBuild
    {
        public Target Me => _ => _.DependsOn(Me);
    }
}
