using Kiln.Engine.Tests.Runs;
using Nuke.Common;

namespace Kiln.Engine.Tests.Planning;

public sealed class PlanTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Theory]
    [InlineData("FirstThing")]
    [InlineData("firstthing")]
    [InlineData("first-thing")]
    [InlineData("--target First-Thing")]
    public void Names_ignore_case_and_dashes(string arguments)
    {
        var run = _repository.Run<Things>(arguments);

        Assert.Equal("FirstThing", run.Plan);
    }

    [Theory]
    [InlineData("FirstThing SecondThing")]
    [InlineData("FirstThing+SecondThing")]
    [InlineData("--target FirstThing SecondThing")]
    [InlineData("--target FirstThing+SecondThing")]
    [InlineData("FirstThing --target SecondThing FirstThing")]
    public void Several_targets_are_separated_by_blanks_or_plus(string arguments)
    {
        var run = _repository.Run<Things>(arguments);

        Assert.Equal("SecondThing FirstThing", run.Plan);
    }

    [Fact]
    public void A_named_target_beats_positional_ones()
    {
        var run = _repository.Run<Things>("FirstThing --target SecondThing");

        Assert.Equal("SecondThing", run.Plan);
    }

    [Fact]
    public void An_unknown_target_is_an_error_with_a_sorted_list_and_no_table()
    {
        var run = _repository.Run<Things>("nope --no-logo");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal(
            "Target with name 'nope' does not exist. Available targets are:\n  - FirstThing\n  - SecondThing\n", run.Output);
    }

    [Fact]
    public void Cycles_anywhere_fail_every_invocation()
    {
        var run = _repository.Run<Cyclic>("Fine --no-logo");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal("Circular dependencies between targets:\n - Y, X\n - R, Q, P\n", run.Output);
    }

    [Fact]
    public void Order_edges_never_pull_targets_in()
    {
        var run = _repository.Run<Ordered>("Late");

        Assert.Equal("Late", run.Plan);
    }

    [Fact]
    public void Triggered_targets_bring_their_dependencies_and_triggers()
    {
        var run = _repository.Run<Chain>("Start");

        Assert.Equal("Start Needed Next Last", run.Plan);
    }

    [Fact]
    public void Strict_refuses_a_free_choice_and_names_the_candidates()
    {
        var run = _repository.Run<Open>("All --strict --no-logo");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal("Incomplete target definition order:\n  - D\n  - All\n", run.Output);
    }

    public void Dispose() => _repository.Dispose();

    class Things : NukeBuild
    {
        public Target FirstThing => _ => _.Executes(() => { });
        public Target SecondThing => _ => _.Executes(() => { });
    }

    class Cyclic : NukeBuild
    {
        public Target Fine => _ => _.Executes(() => { });
        public Target X => _ => _.After(Y);
        public Target Y => _ => _.DependsOn(X);
        public Target P => _ => _.DependsOn(Q);
        public Target Q => _ => _.DependsOn(R);
        public Target R => _ => _.TriggeredBy(P);
    }

    class Ordered : NukeBuild
    {
        public Target Early => _ => _.Executes(() => { });
        public Target Late => _ => _.After(Early).Executes(() => { });
    }

    class Chain : NukeBuild
    {
        public Target Last => _ => _.Executes(() => { });
        public Target Next => _ => _.DependsOn(Needed).Triggers(Last).Executes(() => { });
        public Target Needed => _ => _.After(Start).Executes(() => { });
        public Target Start => _ => _.Triggers(Next).Executes(() => { });
    }

    class Open : NukeBuild
    {
        public Target A => _ => _;
        public Target D => _ => _.After(A);
        public Target All => _ => _.DependsOn(A);
    }
}
