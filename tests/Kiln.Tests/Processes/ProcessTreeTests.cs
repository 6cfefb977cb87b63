using System.Diagnostics;
using Kiln.Processes;

namespace Kiln.Tests.Processes;

public sealed class ProcessTreeTests
{
    static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    // A shell whose children say their process ids; those in the background ignore SIGINT, as POSIX wants it.
    static Command Family(string inBackground, string inFront) => new(
        "sh", ["-c", "\"$0\" \"$1\" & \"$0\" \"$2\"; wait", Dummy.Path, inBackground, inFront]);

    readonly CommandRunner _runner = new() { Grace = Grace };

    [Theory]
    [InlineData("sleep", "sleep")]
    [InlineData("stubborn", "sleep")]
    [InlineData("sleep", "stubborn")]
    [InlineData("stubborn", "stubborn")]
    public async Task Cancelling_ends_the_whole_tree(string inBackground, string inFront)
    {
        using var cancellation = new CancellationTokenSource();
        var family = new Listener(2);
        var run = _runner.RunAsync(Family(inBackground, inFront), family.Add, family.Add, cancellation.Token);

        await family.Complete;
        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => run);
        Assert.DoesNotContain(family.Processes, IsAlive);
    }

    [Fact]
    public async Task A_timeout_ends_the_whole_tree_and_says_so()
    {
        var family = new Listener(2);
        var command = Family("stubborn", "stubborn") with { Timeout = TimeSpan.FromSeconds(1) };

        var failure = await Assert.ThrowsAsync<KilnException>(() => _runner.RunAsync(command, family.Add, family.Add));

        Assert.StartsWith("KILN3003: 'sh' was ended since it took longer than 00:00:01: sh -c ", failure.ToString());
        Assert.DoesNotContain(family.Processes, IsAlive);
    }

    [Fact]
    public async Task A_program_that_obeys_is_not_waited_for()
    {
        using var cancellation = new CancellationTokenSource();
        var runner = new CommandRunner { Grace = TimeSpan.FromMinutes(1) };
        var program = new Listener(1);
        var run = runner.RunAsync(Dummy.Command("sleep"), program.Add, program.Add, cancellation.Token);

        await program.Complete;
        var clock = Stopwatch.StartNew();
        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => run);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task A_signal_leaves_nothing_behind_though_the_build_does_not_listen(string signal, int exitCode)
    {
        var family = new Listener(3);
        string[] build = [Dummy.Path, "run", "sh", .. Family("stubborn", "sleep").Arguments];
        // The shell says the process id that the build will have; what runs these tests may ignore signals.
        var command = new Command("sh", ["-c", "echo $$; exec env --default-signal \"$@\"", "sh", .. build]);
        var run = _runner.RunAsync(command with { OnFailure = FailureHandling.Return }, family.Add, family.Add);

        await family.Complete;
        await _runner.RunAsync(new Command("kill", [$"-{signal}", $"{family.Processes.First()}"]));

        Assert.Equal(exitCode, (await run).ExitCode);
        Assert.DoesNotContain(family.Processes, IsAlive);
    }

    [Fact]
    public async Task A_cancelled_token_starts_nothing()
    {
        var command = new Command("no-such-program");

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => _runner.RunAsync(command, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_detached_program_outlives_its_starter_in_a_session_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("log/daemon.log", "before\n");

        var process = await _runner.StartDetachedAsync(
            new Command("sh", ["-c", "pwd; cat; echo $$; cut -d' ' -f6 /proc/$$/stat; sleep 60"]), log);

        await WaitUntil(() => File.ReadAllLines(log).Length == 4);
        Assert.Equal(["before", "/", $"{process}", $"{process}"], File.ReadAllLines(log));
        Assert.True(IsAlive(process));
        await _runner.RunAsync(new Command("sh", ["-c", $"kill -KILL -{process}"]));
    }

    [Fact]
    public async Task A_detached_program_that_is_not_there_is_named()
    {
        var failure = await Assert.ThrowsAsync<KilnException>(
            () => _runner.StartDetachedAsync(new Command("no-such-daemon"), "/tmp/never-written.log"));

        Assert.StartsWith("KILN3002: The program 'no-such-daemon' was not found.", failure.ToString());
        Assert.False(File.Exists("/tmp/never-written.log"));
    }

    // One that has ended but was not yet collected by its parent (Z) is not alive.
    static bool IsAlive(int process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ");

    static async Task WaitUntil(Func<bool> condition)
    {
        for (var left = 200; !condition() && left > 0; left--)
            await Task.Delay(50);
    }

    /// <summary>Collects process ids, one a line, until all have been said.</summary>
    sealed class Listener(int wanted)
    {
        readonly TaskCompletionSource _complete = new();
        readonly List<int> _processes = [];

        public Task Complete => _complete.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public IReadOnlyList<int> Processes => _processes;

        public void Add(string line)
        {
            lock (_processes)
                _processes.Add(int.Parse(line));
            if (_processes.Count == wanted)
                _complete.TrySetResult();
        }
    }
}
