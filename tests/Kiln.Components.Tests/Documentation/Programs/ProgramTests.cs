namespace Kiln.Components.Tests.Documentation.Programs;

/// <summary>All C# of the pages compiles, by itself or as a part of its sample.</summary>
public sealed class ProgramTests
{
    static readonly Fence[] All = [.. Pages.OfToday.SelectMany(PagePrograms.Of)];

    public static TheoryData<string> Blocks => [.. All.Where(x => x.Sample is null).Select(x => $"{x}")];

    public static TheoryData<string> Samples => [.. All.Select(x => x.Sample).OfType<string>().Distinct()];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void What_a_page_shows_compiles(string place) => Problems.ExpectNone(BlockCompiler.ErrorsOf(All.Single(x => $"{x}" == place)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_that_pages_show_compiles(string sample) => Problems.ExpectNone(CompiledBuild.ErrorsOf($"{sample}/build"));

    [Theory]
    [InlineData("using Serilog;\nclass Build : NukeBuild, INothing;", "(2,26): error CS0246", "a file")]
    [InlineData("Builder IHazContainerEngine.Builder =>\n    Builder.Nothing;", "(2,13): error CS0117", "members of a build")]
    [InlineData("new(\"api\", RootDirectory)\n{ Stages = 1 }", "(2,3): error CS0117", "an image")]
    [InlineData("Stage = \"runtime\",\nNetwork = BuildNetwork.Nil,", "(2,24): error CS0117", "what an image says of itself")]
    [InlineData("new Job(\"push\",\n\"Push\") { Nedds = [] }", "(2,11): error CS0117", "a value")]
    public void What_does_not_compile_is_told_in_the_compiler_s_words_with_page_and_line(string text, string error, string kind)
    {
        var told = Assert.Single(BlockCompiler.ErrorsOf(new Fence("docs/x.md", 1, "csharp", text, "")));

        Assert.StartsWith($"docs/x.md{error}", told);
        Assert.EndsWith($"(as {kind})", told);
    }
}
