using Kiln.Processes;

namespace Kiln.Tests.Processes;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task The_first_signal_cancels_and_lets_the_program_tidy_up(string signal)
    {
        var runner = new CommandRunner();
        var started = new TaskCompletionSource<string>();
        var lines = new List<string>();
        var program = new Command("env", ["--default-signal", Dummy.Path, "tidy"]);
        var run = runner.RunAsync(program with { OnFailure = FailureHandling.Return }, x => { lines.Add(x); started.TrySetResult(x); }, lines.Add);

        await runner.RunAsync(new Command("kill", [$"-{signal}", await started.Task]));

        Assert.Equal(5, (await run).ExitCode);
        Assert.Equal($"SIG{signal}", lines[^1]);
    }

    [Fact]
    public void It_follows_the_token_that_it_was_given()
    {
        using var source = new CancellationTokenSource();
        using var interruption = new Interruption(source.Token);

        source.Cancel();

        Assert.True(interruption.Token.IsCancellationRequested);
        Assert.Null(interruption.Signal);
    }
}
