using Kiln.Buildx.Progress;

namespace Kiln.Tests.Buildx.Progress;

public sealed class StepPlaceTests
{
    static readonly string[] Targets = ["api", "web"];

    [Theory]
    [InlineData("api linux/arm64 build 3/5", "api", "linux/arm64", "build", 3, 5)]
    [InlineData("api linux/amd64->arm64 build 3/5", "api", "linux/arm64", "build", 3, 5)]
    [InlineData("api linux/amd64->windows/amd64 3/5", "api", "windows/amd64", null, 3, 5)]
    [InlineData("web stage-1 1/2", "web", null, "stage-1", 1, 2)]
    [InlineData("other 10/12", null, null, "other", 10, 12)]
    [InlineData("2/3", null, null, null, 2, 3)]
    public void A_bracket_is_taken_apart(string place, string? target, string? platform, string? stage, int number, int total) =>
        Assert.Equal(new StepPlace(target, platform, stage, number, total), StepPlace.Parse(place, Targets));

    [Fact]
    public void The_only_target_is_in_no_bracket_so_a_stage_may_bear_its_name() =>
        Assert.Equal(new StepPlace(null, null, "api", 1, 2), StepPlace.Parse("api 1/2", ["api"]));

    [Theory]
    [InlineData("internal")]
    [InlineData("api internal")]
    [InlineData("auth")]
    [InlineData("")]
    [InlineData("api linux/amd64")]
    public void Without_numbers_it_is_none(string place) => Assert.Null(StepPlace.Parse(place, Targets));
}
