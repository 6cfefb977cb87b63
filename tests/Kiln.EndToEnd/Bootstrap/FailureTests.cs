namespace Kiln.EndToEnd.Bootstrap;

public sealed class FailureTests : IDisposable
{
    readonly Checkout _checkout = new();

    [Fact]
    public async Task Shows_the_errors_of_a_failing_compile_and_runs_no_stale_build()
    {
        await _checkout.RunAsync("answer");
        _checkout.Write("src/Broken.cs", "this does not compile");

        var outcome = await _checkout.RunAsync("answer");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("Broken.cs(1,6): error CS", outcome.Errors);
        Assert.EndsWith("build.sh: build/_build.csproj does not compile; nothing was run.\n", outcome.Errors);
    }

    [Fact]
    public async Task Runs_again_after_the_repair()
    {
        _checkout.Write("src/Broken.cs", "this does not compile");
        await _checkout.RunAsync("answer");

        File.Delete(_checkout.PathOf("src/Broken.cs"));

        Assert.Equal("first\n", (await _checkout.RunAsync("answer")).Output);
    }

    [Fact]
    public async Task Refuses_an_unknown_engine_and_names_the_known_ones()
    {
        _checkout.Variables["NUKE_ENGINE"] = "Nuke";

        var outcome = await _checkout.RunAsync("answer");

        const string Message = "build.sh: NUKE_ENGINE is 'Nuke'; allowed are 'nuke' and 'embedded'.\n";
        Assert.Equal(new Outcome(2, "", Message), outcome);
    }

    [Fact]
    public async Task Says_in_one_line_that_the_sdk_is_missing_and_cannot_be_downloaded()
    {
        _checkout.Replace("global.json", "10.0.100", "99.0.100");
        _checkout.Variables["KILN_DOTNET_INSTALL_URL"] = "http://127.0.0.1:9/dotnet-install.sh";

        var outcome = await _checkout.RunAsync("answer");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.EndsWith(
            "The .NET SDK 99.0.100 is missing and http://127.0.0.1:9/dotnet-install.sh cannot be downloaded. " +
            "Install that SDK and put dotnet on PATH.\n",
            outcome.Errors);
    }

    [Theory]
    [InlineData(Shell.Bash)]
    [InlineData(Shell.PowerShell)]
    public async Task What_applications_ask_of_their_sdk_is_no_obstacle_where_the_build_has_a_file_of_its_own(Shell shell)
    {
        using var checkout = new Checkout { Shell = shell };
        checkout.Write("build/global.json", File.ReadAllText(checkout.PathOf("global.json")));
        checkout.Replace("global.json", "10.0.100", "99.0.100");

        var outcome = await checkout.RunAsync("answer");

        Assert.Equal((0, "first\n"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public async Task Without_any_such_file_the_sdk_that_is_there_compiles()
    {
        File.Delete(_checkout.PathOf("global.json"));

        var outcome = await _checkout.RunAsync("answer");

        Assert.Equal((0, "first\n"), (outcome.ExitCode, outcome.Output));
    }

    public void Dispose() => _checkout.Dispose();
}
