namespace Kiln.Tests.Dockerfiles.Inputs;

public sealed class InputProblemTests
{
    [Theory]
    [InlineData("FROM ${BASE}\n", "1:6: '${BASE}' names no image: a variable in it has no value. Give its ARG, above the first FROM, a default.")]
    [InlineData("FROM Up/Case\n", "1:6: 'Up/Case' is neither a stage nor the name of an image.")]
    [InlineData("FROM --platform=$X a\n", "1:17: '$X' is '' here, which is no platform.")]
    [InlineData("FROM ${A:?needed}\n", "1:6: '${A:?needed}' cannot be read: ")]
    [InlineData("FROM scratch\nCOPY --from=A:B:C /x /x\n", "2:13: 'A:B:C' is neither a stage nor the name of an image.")]
    [InlineData("# nothing\n", "1:1: There is no FROM.")]
    [InlineData(
        "FROM a\nADD https://example.com/$GO_VERSION.tgz /x\n",
        "2:5: 'https://example.com/$GO_VERSION.tgz' cannot be known: 'GO_VERSION' has no value in this Dockerfile. Set it there by ARG or ENV.")]
    public void What_cannot_be_known_is_said_with_its_place(string dockerfile, string problem)
    {
        var problems = InputLines.ProblemsOf(dockerfile);

        Assert.StartsWith(problem, Assert.Single(problems));
    }

    [Fact]
    public void A_stage_that_is_not_there_is_named()
    {
        var problems = InputLines.ProblemsOf("FROM a AS x\n", InputLines.Target with { Stage = "y" });

        Assert.Equal(["1:1: There is no stage 'y'."], problems);
    }
}
