using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Stages;

namespace Kiln.Tests.Dockerfiles.Stages;

public sealed class StageListTests
{
    static StageList Of(params string[] lines) => StageList.Of(Dockerfile.Parse(string.Join('\n', lines)));

    [Fact]
    public void A_file_is_cut_at_its_FROM_lines()
    {
        var list = Of("ARG A", "ARG B C", "FROM one AS first", "ARG D", "RUN a", "FROM two", "FROM three AS Third", "RUN b");

        Assert.Equal(["A", "B", "C"], list.GlobalArguments.SelectMany(x => x.Declarations).Select(x => x.Name));
        Assert.Equal(["first", "1", "third"], list.Stages.Select(x => x.ToString()));
        Assert.Equal([2, 0, 1], list.Stages.Select(x => x.Instructions.Count));
    }

    [Fact]
    public void Only_stages_that_have_a_name_are_among_the_names() =>
        Assert.Equal(["first", "third"], Of("FROM one AS first", "FROM two", "FROM three AS Third").Names);

    [Fact]
    public void Without_a_name_the_last_stage_is_meant() =>
        Assert.Equal("b", Of("FROM one AS a", "FROM two AS b").Find(null)?.Name);

    [Fact]
    public void A_name_is_found_in_any_case() =>
        Assert.Equal(0, Of("FROM one AS Build", "FROM two").Find("bUILD")?.Index);

    [Fact]
    public void Of_several_stages_with_one_name_the_last_is_meant() =>
        Assert.Equal(1, Of("FROM one AS a", "FROM two AS A", "FROM three").Find("a")?.Index);

    [Fact]
    public void A_number_is_no_target_since_BuildKit_builds_none_by_it() =>
        Assert.Null(Of("FROM one", "FROM two").Find("0"));

    [Theory]
    [InlineData("")]
    [InlineData("ARG A")]
    [InlineData("RUN a")]
    public void A_file_without_FROM_has_no_stage(string text)
    {
        var list = Of(text);

        Assert.Empty(list.Stages);
        Assert.Null(list.Find(null));
    }
}
