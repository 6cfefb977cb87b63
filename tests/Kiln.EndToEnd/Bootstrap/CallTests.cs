using CliWrap.Buffered;

namespace Kiln.EndToEnd.Bootstrap;

public sealed class CallTests(Checkout checkout) : IClassFixture<Checkout>
{
    [Fact]
    public async Task Passes_every_argument_unchanged()
    {
        string[] arguments = ["a b", "", "*", "'", "\"", "$HOME", "\\", "`id`", "--x=1 2", "-p:y", "ä\nö"];

        var outcome = await checkout.RunAsync(arguments);

        Assert.Equal(string.Concat(arguments.Select(x => $"<{x}>\n")), outcome.Output);
    }

    [Fact]
    public async Task Ends_with_the_exit_code_of_the_build()
    {
        var outcome = await checkout.RunAsync("exit", "37");

        Assert.Equal(37, outcome.ExitCode);
    }

    [Fact]
    public async Task Keeps_standard_output_free_for_the_build_even_when_it_compiles()
    {
        checkout.Replace("src/Answer.cs", "first", "second");

        var outcome = await checkout.RunAsync("answer");

        Assert.Equal(("second\n", "build.sh: Compiling the build for the embedded engine as NUKE_ENGINE says.\n"),
            (outcome.Output, outcome.Errors));
    }

    [Fact]
    public async Task Runs_the_build_in_the_folder_of_the_caller()
    {
        var script = checkout.Script("engine").WithWorkingDirectory(checkout.PathOf("src"));

        var result = await script.ExecuteBufferedAsync();

        Assert.Equal("../build/bin/embedded/Debug/net10.0/_build.dll\n", result.StandardOutput);
    }
}
