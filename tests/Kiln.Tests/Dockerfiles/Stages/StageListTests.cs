using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Stages;

namespace Kiln.Tests.Dockerfiles.Stages;

public sealed class StageListTests
{
    static StageList Read(string text) => StageList.Of(Dockerfile.Parse(text));

    [Fact]
    public void A_stage_goes_from_its_FROM_to_the_next()
    {
        var stages = Read("ARG A=1\nFROM a AS One\nRUN x\nCOPY y z\nFROM b\nUSER u\n").Stages;

        Assert.Equal(["one", "1"], stages.Select(x => x.ToString()));
        Assert.Equal(["RUN", "COPY"], stages[0].Instructions.Select(x => x.Keyword));
        Assert.Equal(["USER"], stages[1].Instructions.Select(x => x.Keyword));
    }

    [Fact]
    public void Only_arguments_above_the_first_stage_are_global()
    {
        var stages = Read("ARG A=1 B\nFROM a\nARG C\n");

        Assert.Equal(["A", "B"], stages.GlobalArguments.SelectMany(x => x.Declarations).Select(x => x.Name));
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("build", 0)]
    [InlineData("BUILD", 0)]
    [InlineData("1", 1)]
    [InlineData("3", null)]
    [InlineData("nope", null)]
    public void A_target_is_a_name_or_a_number_and_the_last_stage_for_none(string? target, int? index)
    {
        var stages = Read("FROM a AS build\nFROM b\nFROM c AS final\n");

        Assert.Equal(index, stages.Find(target)?.Index);
    }

    [Fact]
    public void Of_two_stages_with_one_name_the_last_counts()
    {
        var stages = Read("FROM a AS x\nFROM b AS X\n");

        Assert.Equal(1, stages.ByName("x")!.Index);
    }

    [Fact]
    public void A_file_without_stages_has_none()
    {
        var stages = Read("# nothing\nARG A\n");

        Assert.Empty(stages.Stages);
        Assert.Null(stages.Find(null));
        Assert.Single(stages.GlobalArguments);
    }
}
