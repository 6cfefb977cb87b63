using System.Text;
using Kiln.Processes;

namespace Kiln.Tests.Processes;

public sealed class CommandRunnerTests
{
    readonly CommandRunner _runner = new();

    [Fact]
    public async Task Arguments_arrive_unchanged()
    {
        string[] arguments =
            ["two words", "", "*", "a\"b", "it's", "back\\slash\\", "$HOME `id`", "line\nline", "--x=1", "ü→", "%PATH%", "\\\""];

        var result = await _runner.RunAsync(Dummy.Command(arguments.Prepend("echo")));

        Assert.Equal(arguments.Select(x => x.Replace("\n", "⏎")), result.Output.Split('\n')[..^1]);
    }

    [Fact]
    public async Task Both_streams_are_captured_apart()
    {
        var command = Dummy.Command("fail", "0", "to stderr");

        var result = await _runner.RunAsync(command);

        Assert.True(result.IsSuccess);
        Assert.Equal(("", "to stderr\n"), (result.Output, result.ErrorOutput));
    }

    [Fact]
    public async Task A_failure_names_command_exit_code_and_last_lines()
    {
        var command = Dummy.Command("fail", "7", "first", "last line") with { WorkingDirectory = "/" };

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() => _runner.RunAsync(command));

        Assert.Equal(
            $"""
             KILN3001: 'Kiln.Tests.Dummy' ended with exit code 7 in '/': {Dummy.Path} fail 7 first 'last line'
             Its last lines:
               first
               last line
             """,
            failure.ToString());
        Assert.Equal((7, ["first", "last line"]), (failure.ExitCode, failure.LastLines));
    }

    [Fact]
    public async Task Only_the_last_lines_are_told()
    {
        var lines = Enumerable.Range(1, 100).Select(x => $"line {x}");

        var failure = await Assert.ThrowsAsync<CommandFailedException>(
            () => _runner.RunAsync(Dummy.Command(["fail", "1", .. lines])));

        Assert.Equal(Enumerable.Range(81, 20).Select(x => $"line {x}"), failure.LastLines);
    }

    [Fact]
    public async Task A_failure_can_be_an_answer()
    {
        var command = Dummy.Command("exit", "3") with { OnFailure = FailureHandling.Return };

        var result = await _runner.RunAsync(command);

        Assert.Equal(3, result.ExitCode);
        Assert.False(result.IsSuccess);
    }

    [Fact]
    public async Task A_missing_program_is_named_with_the_places()
    {
        var command = new Command("no-such-program") { Environment = [new("PATH", "/a:/b")] };

        var failure = await Assert.ThrowsAsync<KilnException>(() => _runner.RunAsync(command));

        Assert.Equal(
            "KILN3002: The program 'no-such-program' was not found. It was looked for in '/a', '/b'. " +
            "Install it, or add its folder to PATH.",
            failure.ToString());
    }

    [Fact]
    public async Task A_missing_path_is_named_in_full()
    {
        var command = new Command("./no-such-program") { WorkingDirectory = "/" };

        var failure = await Assert.ThrowsAsync<KilnException>(() => _runner.RunAsync(command));

        Assert.Equal(
            "KILN3002: The program './no-such-program' is not there, or is not executable. " +
            "It was looked for as '/no-such-program'.",
            failure.ToString());
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var command = Dummy.Command("echo") with { WorkingDirectory = "/no/such" };

        var failure = await Assert.ThrowsAsync<KilnException>(() => _runner.RunAsync(command));

        Assert.Equal($"KILN3004: '{Dummy.Path}' cannot be started in '/no/such': there is no such folder.", failure.ToString());
    }

    [Fact]
    public async Task Variables_are_set_and_removed()
    {
        var set = Dummy.Command("show", "KILN_TEST") with { Environment = [new("KILN_TEST", "a value")] };
        var removed = Dummy.Command("show", "HOME") with { Environment = [new("HOME", null)] };

        var shown = (await _runner.RunAsync(set)).Output;
        var unset = (await _runner.RunAsync(removed)).Output;

        Assert.Equal(("a value", "(unset)"), (shown, unset));
    }

    [Fact]
    public async Task Standard_input_is_read_to_its_end()
    {
        var given = await _runner.RunAsync(Dummy.Command("read") with { StandardInput = "pässword\n" });
        var nothing = await _runner.RunAsync(Dummy.Command("read"));

        Assert.Equal(("pässword\n", ""), (given.Output, nothing.Output));
    }

    [Fact]
    public async Task Lines_come_redacted()
    {
        var runner = new CommandRunner(Redactor.None.With("hunter22"));
        var lines = new List<string>();

        await runner.RunAsync(Dummy.Command("echo", "a hunter22", "b"), lines.Add, lines.Add);

        Assert.Equal(["a ***", "b"], lines);
    }

    [Fact]
    public async Task A_stream_comes_byte_for_byte()
    {
        var bytes = new MemoryStream();

        await _runner.RunAsync(
            Dummy.Command("flood", "3000000"), (stream, token) => stream.CopyToAsync(bytes, token), errors: null);

        Assert.Equal(new byte[3_000_000], bytes.ToArray());
    }

    [Fact]
    public async Task What_a_program_reads_can_be_written_while_it_runs()
    {
        var line = new byte[1_000];
        Array.Fill(line, (byte)'x');

        var result = await _runner.RunAsync(Dummy.Command("read"), async (stream, token) =>
        {
            for (var i = 0; i < 3_000; i++)
                await stream.WriteAsync(line, token);
        });

        Assert.Equal(new string('x', 3_000_000), result.Output);
    }

    [Fact]
    public async Task A_program_that_stops_reading_is_no_error_of_the_writer()
    {
        var result = await _runner.RunAsync(
            Dummy.Command("exit", "3") with { OnFailure = FailureHandling.Return },
            (stream, token) => stream.WriteAsync(new byte[3_000_000], token).AsTask());

        Assert.Equal(3, result.ExitCode);
    }

    [Fact]
    public async Task A_writer_that_throws_ends_the_program()
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(
            () => _runner.RunAsync(Dummy.Command("sleep"), (_, _) => throw new InvalidDataException("no")));

        Assert.Equal("no", failure.Message);
    }

    [Fact]
    public async Task A_reader_that_throws_ends_the_program()
    {
        var started = DateTime.UtcNow;

        await Assert.ThrowsAsync<InvalidDataException>(() => _runner.RunAsync(
            Dummy.Command("sleep"), (_, _) => throw new InvalidDataException("no"), errors: null));

        Assert.InRange(DateTime.UtcNow - started, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Secrets_never_appear_in_a_failure()
    {
        var secret = "p@ss w0rd!";
        var runner = new CommandRunner(Redactor.None.With(secret));
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{secret}"));
        var command = Dummy.Command("fail", "1", secret, $"https://u:{Uri.EscapeDataString(secret)}@host", basic) with
        {
            Environment = [new("TOKEN", secret)],
            StandardInput = secret,
        };

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() => runner.RunAsync(command));

        var everything = $"{failure} {failure.Command} {failure.Command.Environment} {failure.Command.StandardInput}";
        Assert.DoesNotContain(secret, everything);
        Assert.DoesNotContain(Uri.EscapeDataString(secret), everything);
        Assert.DoesNotContain(basic, everything);
        Assert.Equal(["***", "https://u:***@host"], failure.LastLines.Take(2));
    }
}
