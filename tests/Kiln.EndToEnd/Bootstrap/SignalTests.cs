using CliWrap;
using CliWrap.EventStream;

namespace Kiln.EndToEnd.Bootstrap;

public sealed class SignalTests(Checkout checkout) : IClassFixture<Checkout>
{
    const string Compiling = "build.sh: Compiling";

    [Theory]
    [InlineData("INT", "SIGINT")]
    [InlineData("TERM", "SIGTERM")]
    public async Task Reaches_the_build(string signal, string received)
    {
        await checkout.RunAsync("answer");

        var (exitCode, lines) = await SignalAsync(signal, "ready", "wait");

        Assert.Equal((42, received), (exitCode, lines[^1]));
        Assert.Empty(await checkout.LeftoversAsync());
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Ends_a_compile_and_leaves_nothing_behind(string signal, int expected)
    {
        checkout.Write("src/Note.cs", $"static class Note{signal};");

        var (exitCode, _) = await SignalAsync(signal, Compiling, "answer");

        Assert.Equal(expected, exitCode);
        Assert.Empty(await checkout.LeftoversAsync());
        Assert.Contains($"Note{signal}", (await checkout.RunAsync("types")).Output);
    }

    [Fact]
    public async Task Waits_for_a_compile_whose_script_was_killed()
    {
        checkout.Write("src/Answer.cs", "static class Answer { public const string Text = \"survivor\"; }");
        await SignalAsync("KILL", Compiling, "answer");

        var outcome = await checkout.RunAsync("answer");

        Assert.Equal("survivor\n", outcome.Output);
        Assert.Contains("build.sh: Waiting for another build.sh that is compiling.\n", outcome.Errors);
        Assert.Empty(await checkout.LeftoversAsync());
    }

    async Task<(int ExitCode, List<string> Lines)> SignalAsync(string signal, string at, params string[] arguments)
    {
        var (id, exitCode, lines) = (0, -1, new List<string>());
        await foreach (var line in checkout.Script(arguments).ListenAsync())
        {
            if (line is StartedCommandEvent started) id = started.ProcessId;
            if (line is ExitedCommandEvent exited) exitCode = exited.ExitCode;
            if (TextOf(line) is not { } text) continue;
            lines.Add(text);
            if (!text.StartsWith(at)) continue;
            if (at == Compiling) await checkout.CompilerStartedAsync();
            await Cli.Wrap("kill").WithArguments([$"-{signal}", $"{id}"]).ExecuteAsync();
        }

        return (exitCode, lines);
    }

    static string? TextOf(CommandEvent line) => line switch
    {
        StandardOutputCommandEvent output => output.Text,
        StandardErrorCommandEvent error => error.Text,
        _ => null
    };
}
