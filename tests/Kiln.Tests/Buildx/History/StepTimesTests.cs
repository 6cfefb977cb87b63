using Kiln.Buildx;
using Kiln.Buildx.History;
using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;

namespace Kiln.Tests.Buildx.History;

public sealed class StepTimesTests
{
    static readonly BakeDefinition Solved = new([BakeSamples.Target, BakeSamples.Target with { Name = "web" }]);
    static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-25T07:00:00Z");

    [Fact]
    public void A_cached_step_saves_what_it_took_when_it_ran_wherever_it_stands_now()
    {
        var times = StepTimes.After([Step("[api build 2/3] RUN a", 12.5), Step("[api build 3/3] RUN b", 3)], new Dictionary<string, double>());

        Assert.Equal(
            (15.5, 0),
            StepTimes.SavedBy([Step("[api build 3/4] RUN a"), Step("[api build 4/4] RUN b")], times));
    }

    [Fact]
    public void What_never_ran_here_is_counted_and_not_guessed()
    {
        var times = StepTimes.After([Step("[api build 2/3] RUN a", 2)], new Dictionary<string, double>());

        Assert.Equal((2, 2), StepTimes.SavedBy([Step("[api build 2/3] RUN a"), Step("[api other 2/3] RUN a"), Step("[api build 3/3] RUN b")], times));
        Assert.Equal((null, 1), StepTimes.SavedBy([Step("[api build 3/3] RUN b")], times));
    }

    [Fact]
    public void A_step_that_ran_saves_nothing() => Assert.Equal(
        (null, 0), StepTimes.SavedBy([Step("[api build 2/3] RUN a", 5)], new Dictionary<string, double>()));

    [Fact]
    public void What_is_known_lives_as_long_as_the_step()
    {
        var first = StepTimes.After([Step("[api 1/2] RUN a", 1), Step("[api 2/2] RUN b", 2)], new Dictionary<string, double>());
        var second = StepTimes.After([Step("[api 1/1] RUN a")], first);
        var third = StepTimes.After([Step("[api 1/1] RUN a", 7)], second);

        Assert.Equal([1, 2], first.Values);
        Assert.Equal([1], second.Values);
        Assert.Equal([7], third.Values);
    }

    static ToldStep Step(string name, double? seconds = null)
    {
        var step = new BuildStep(name, name) { Started = Start, Completed = Start.AddSeconds(seconds ?? 0), IsCached = seconds is null };
        return new ToldStep(step with { Places = [step.Place] }, Solved);
    }
}
