using Kiln.Buildx;
using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;
using Kiln.Primitives;

namespace Kiln.Tests.Buildx.Steps;

public sealed class StepOwnersTests
{
    static readonly BakeTarget Base = BakeSamples.Target with { Name = "base" };
    static readonly BakeTarget Middle = BakeSamples.Target with { Name = "middle", Contexts = [new("base", "target:base")] };
    static readonly BakeTarget Top = BakeSamples.Target with { Name = "top", Contexts = [new("m", "target:middle"), new("d", "docker-image://x")] };
    static readonly BakeTarget Twin = BakeSamples.Target with { Name = "twin" };

    [Theory]
    [InlineData("base linux/amd64 1/2", "base")]
    [InlineData("top 2/2,middle 2/2", "middle")]
    [InlineData("top 1/2,base 1/2", "base")]
    [InlineData("twin 1/2,base 1/2", "base,twin")]
    [InlineData("internal", "")]
    public void Of_those_that_tell_it_it_belongs_to_those_that_are_not_made_from_another(string places, string owners) => Assert.Equal(
        owners, string.Join(',', OwnersIn(Base, Middle, Top, Twin).Of(Step(places)).Select(x => x.Name)));

    [Fact]
    public void Its_place_is_its_owner_s() =>
        Assert.Equal("middle 2/2", OwnersIn(Base, Middle, Top, Twin).PlaceOf(Step("top 2/2,middle 2/2")));

    [Fact]
    public void A_single_target_has_all() => Assert.Equal([Twin], OwnersIn(Twin).Of(Step("build 1/2")));

    static StepOwners OwnersIn(params BakeTarget[] solved) => new(new BakeDefinition([.. solved]));

    static BuildStep Step(string places)
    {
        var all = places.Split(',');
        return new BuildStep("sha256:1", $"[{all[0]}] RUN x") { Places = all.ToValueList() };
    }
}
