using System.Diagnostics;
using Kiln.Engine.Planning;
using Kiln.Engine.Tests.Runs;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Tests.Planning;

public sealed class OrderTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Theory]
    [InlineData("A B C")]
    [InlineData("C A B")]
    public void Independent_targets_run_in_reverse_order_of_declaration(string arguments)
    {
        var run = _repository.Run<Independent>(arguments);

        Assert.Equal("C B A", run.Plan);
    }

    [Fact]
    public void Targets_that_are_not_chosen_still_shape_the_order()
    {
        var run = _repository.Run<Disturbed>("All");

        Assert.Equal("A C B All", run.Plan);
    }

    [Fact]
    public void A_target_that_is_not_chosen_passes_its_order_on()
    {
        var run = _repository.Run<Transitive>("First Last");

        Assert.Equal("Last First", run.Plan);
    }

    [Fact]
    public void A_thousand_targets_are_planned_in_a_moment()
    {
        var targets = Enumerable.Range(0, 1000).Select(x => new ExecutableTarget { Name = $"T{x}", IsDefault = true }).ToList();
        for (var i = 1; i < targets.Count; i++)
            targets[i].ExecutionDependencies.AddRange(targets.Take(i).TakeLast(20));
        var watch = Stopwatch.StartNew();

        var plan = ExecutionPlanner.Plan(targets, invoked: null);

        Assert.Equal(targets, plan);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    public void Dispose() => _repository.Dispose();

    class Independent : NukeBuild
    {
        public Target A => _ => _.Executes(() => { });
        public Target B => _ => _.Executes(() => { });
        public Target C => _ => _.Executes(() => { });
    }

    class Disturbed : NukeBuild
    {
        public Target A => _ => _.Executes(() => { });
        public Target B => _ => _.Executes(() => { });
        public Target C => _ => _.Executes(() => { });
        public Target All => _ => _.DependsOn(C, A, B).Executes(() => { });
        public Target D => _ => _.After(A);
    }

    class Transitive : NukeBuild
    {
        public Target Last => _ => _.Executes(() => { });
        public Target Between => _ => _.After(Last);
        public Target First => _ => _.After(Between).Executes(() => { });
    }
}
