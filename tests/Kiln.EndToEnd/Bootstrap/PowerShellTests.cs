using System.Management.Automation.Language;

namespace Kiln.EndToEnd.Bootstrap;

/// <summary>Runs build.ps1 by the engine of PowerShell alone, since no pwsh can be expected on the machine.</summary>
public sealed class PowerShellTests : IDisposable
{
    readonly Checkout _checkout = new() { Shell = Shell.PowerShell };

    [Fact]
    public void Is_valid_PowerShell()
    {
        Parser.ParseFile(_checkout.PathOf("build.ps1"), out _, out var errors);

        Assert.Empty(errors);
    }

    [Fact]
    public async Task Passes_every_argument_unchanged()
    {
        string[] arguments =
            ["a b", "", "*", "'", "\"", "say \"hi\"", "$HOME", "\\", "ends with \\", "a\\\"b", "--x=1 2"];

        var outcome = await _checkout.RunAsync(arguments);

        Assert.Equal(string.Concat(arguments.Select(x => $"<{x}>\n")), outcome.Output);
    }

    [Fact]
    public async Task Compiles_only_when_something_changed()
    {
        var first = await _checkout.RunAsync("types");
        var second = await _checkout.RunAsync("types");
        _checkout.Write("src/Added.cs", "static class Added;");
        var third = await _checkout.RunAsync("types");

        Assert.Equal((true, false, true), (first.Compiled, second.Compiled, third.Compiled));
        Assert.Contains("Added", third.Output);
    }

    [Fact]
    public async Task Compiles_after_a_source_was_replaced_by_an_older_file()
    {
        await _checkout.RunAsync("answer");

        _checkout.WriteOldAnswer("older");

        Assert.Equal("older\n", (await _checkout.RunAsync("answer")).Output);
    }

    [Fact]
    public async Task Ends_with_the_exit_code_of_the_build()
    {
        var outcome = await _checkout.RunAsync("exit", "37");

        Assert.Equal(37, outcome.ExitCode);
    }

    [Fact]
    public async Task Shows_the_errors_of_a_failing_compile_and_runs_nothing()
    {
        _checkout.Write("src/Broken.cs", "this does not compile");

        var outcome = await _checkout.RunAsync("answer");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("Broken.cs(1,6): error CS", outcome.Errors);
        Assert.EndsWith("build.ps1: build/_build.csproj does not compile; nothing was run.\n", outcome.Errors);
    }

    [Fact]
    public async Task Refuses_an_unknown_engine_and_names_the_known_ones()
    {
        _checkout.Variables["NUKE_ENGINE"] = "Nuke";

        var outcome = await _checkout.RunAsync("answer");

        const string Message = "build.ps1: NUKE_ENGINE is 'Nuke'; allowed are 'nuke' and 'embedded'.\n";
        Assert.Equal(new Outcome(2, "", Message), outcome);
    }

    public void Dispose() => _checkout.Dispose();
}
