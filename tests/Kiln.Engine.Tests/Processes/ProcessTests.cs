namespace Kiln.Engine.Tests.Processes;

public sealed class ProcessTests : IDisposable
{
    readonly SampleBuild _build = new();

    [Theory]
    [InlineData("Succeed", 0)]
    [InlineData("Fail", 255)]
    [InlineData("FailWith42", 42)]
    [InlineData("nope", 255)]
    [InlineData("--help", 0)]
    [InlineData("--plan", 0)]
    [InlineData("--host=nowhere", 255)]
    public void The_exit_code_tells_what_happened_and_nothing_goes_to_standard_error(string argument, int exitCode)
    {
        var (code, _, error) = _build.Run(argument);

        Assert.Equal(exitCode, code);
        Assert.Equal("", error);
    }

    [Fact(Skip = "signals are a matter of Unix", SkipUnless = nameof(IsUnix))]
    public void Ctrl_C_runs_assured_targets_writes_the_summary_and_ends_with_130()
    {
        var (code, output, _) = _build.Interrupt("INT", "Wait", "CleanUp", "Succeed");

        Assert.Equal(130, code);
        Assert.Contains("Cleaned up", output);
        Assert.Contains("Wait\u00A0", output);
        Assert.Contains("Aborted", output);
        Assert.Contains("Build failed on", output);
    }

    [Fact(Skip = "signals are a matter of Unix", SkipUnless = nameof(IsUnix))]
    public void SIGTERM_ends_at_once_with_143()
    {
        var (code, output, _) = _build.Interrupt("TERM", "Wait", "CleanUp");

        Assert.Equal(143, code);
        Assert.DoesNotContain("Build failed on", output);
    }

    [Theory(Skip = "signals are a matter of Unix", SkipUnless = nameof(IsUnix))]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void A_target_that_listens_itself_may_tidy_up_and_the_exit_code_stays(string signal, int exitCode)
    {
        var (code, output, _) = _build.Interrupt(signal, "WaitTidily", "CleanUp");

        Assert.Equal(exitCode, code);
        Assert.Contains("tidied up", output);
        Assert.Equal(signal == "INT", output.Contains("Cleaned up"));
        Assert.DoesNotContain("has thrown", output);
    }

    [Fact(Skip = "signals are a matter of Unix", SkipUnless = nameof(IsUnix))]
    public void Cancelled_work_counts_as_aborted_however_long_those_take_who_hear_the_signal_first()
    {
        var (code, output, _) = _build.Interrupt("INT", "WaitForAListenerThatTakesItsTime", "CleanUp");

        Assert.Equal(130, code);
        Assert.Contains("Aborted", output);
        Assert.DoesNotContain("has thrown", output);
    }

    [Fact]
    public void Output_is_UTF_8_in_any_locale()
    {
        var (_, output, _) = _build.Run("Succeed");

        Assert.Contains("╬════════════", output);
    }

    public static bool IsUnix => !OperatingSystem.IsWindows();

    public void Dispose() => _build.Dispose();
}
