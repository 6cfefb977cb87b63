using static Kiln.Tests.Dockerfiles.Inputs.InputReading;

namespace Kiln.Tests.Dockerfiles.Inputs;

public sealed class NamedContextTests
{
    static (IEnumerable<string> Lines, IEnumerable<string> Used) Given(string context, params string[] lines)
    {
        var target = Amd64 with { NamedContexts = [context] };
        return (InputsOf(target, lines), Read(target, lines).UsedContexts);
    }

    [Theory]
    [InlineData("base", "base")]
    [InlineData("base", "base:latest")]
    [InlineData("base", "docker.io/library/base")]
    [InlineData("base", "docker.io/library/base:latest")]
    [InlineData("base:latest", "base")]
    [InlineData("docker.io/library/base", "base")]
    [InlineData("team/base", "team/base")]
    [InlineData("base:2", "base:2")]
    public void Short_and_long_names_are_one(string context, string name)
    {
        var (lines, used) = Given(context, $"FROM {name}", $"COPY --from={name} / /", $"RUN --mount=from={name},target=/a b");

        Assert.Empty(lines);
        Assert.Equal([context], used);
    }

    [Theory]
    [InlineData("base", "base:1")]
    [InlineData("base:2", "base")]
    [InlineData("base", "team/base")]
    public void Another_tag_or_place_is_another_name(string context, string name)
    {
        var (lines, used) = Given(context, $"FROM {name}");

        Assert.Single(lines);
        Assert.Empty(used);
    }

    [Fact]
    public void A_context_that_is_not_named_is_not_used() => Assert.Empty(Given("base", "FROM scratch").Used);

    [Fact]
    public void A_context_that_only_another_target_uses_is_not_used() =>
        Assert.Empty(Given("base", "FROM base AS other", "FROM scratch").Used);

    [Fact]
    public void A_context_takes_the_place_of_the_stage_of_its_name()
    {
        var (lines, used) = Given("tools", "FROM alpine AS tools", "ADD https://example.com/a /", "FROM tools", "ADD b /");

        Assert.Empty(lines);
        Assert.Equal(["tools"], used);
    }

    [Fact]
    public void A_stage_that_is_called_context_is_never_replaced()
    {
        var (lines, used) = Given("context", "FROM alpine AS context", "FROM context");

        Assert.Equal(["1: Base alpine:latest for linux/amd64"], lines);
        Assert.Empty(used);
    }

    [Fact]
    public void Names_that_are_one_are_no_conflict() => Assert.Equal(
        ["base"], Read(Amd64 with { NamedContexts = ["base", "base:latest"] }, "FROM base").UsedContexts);
}
