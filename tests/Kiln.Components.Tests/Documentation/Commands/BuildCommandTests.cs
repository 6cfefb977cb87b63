namespace Kiln.Components.Tests.Documentation.Commands;

/// <summary>Commands that start a build name targets, parameters and values that it has.</summary>
public sealed class BuildCommandTests
{
    // The pages of rules name other programs' arguments alone.
    static readonly PageCommand[] All =
    [
        .. Pages.OfToday.Where(x => !x.Name.StartsWith("docs/rules/", StringComparison.Ordinal)).SelectMany(PageCommand.Of).Where(x => x.Program == "build"),
    ];

    [Fact]
    public void Commands_of_the_pages_are_such_as_their_readers_builds_take() => Problems.ExpectNone(All
        .Where(x => !ForeignArguments.Has(x))
        .Select(x => (Command: x, Answer: EngineAnswer.To(x.Words, ReadersBuild.Of(x.Page))))
        .Where(x => x.Answer is not null)
        .Select(x => $"{x.Command}: {x.Answer}"));

    [Fact]
    public void Arguments_of_other_programs_are_those_that_pages_name() => Problems.ExpectNone(ForeignArguments.All
        .Where(x => !All.Any(y => ForeignArguments.NameOf(y) == x))
        .Select(x => $"{x} is on no page"));

    [Theory]
    [InlineData("./build.sh DockerBuild Push", null)]
    [InlineData("./build.sh Puhs", "There is no target 'Puhs'. There are Advise, Assemble, ")]
    [InlineData("Push --skip Scann", "There is no target 'Scann'. There are Advise, Assemble, ")]
    [InlineData("--only-image api", "Argument '--only-image' is not known. Did you mean '--only-images'?")]
    [InlineData("build.ps1 Scaffold --scaffold-language Cobol", "Resolving argument '--scaffold-language' failed. ")]
    public void A_command_is_read_as_the_engine_reads_it(string text, string? answer)
    {
        var command = PageCommand.Read(new CodeSpan("docs/x.md", 1, text))!;

        var said = EngineAnswer.To(command.Words, ReadersBuild.Of("docs/guides/images.md"));

        Assert.StartsWith(answer ?? "nothing", said ?? "nothing");
    }
}
