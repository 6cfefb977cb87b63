namespace Kiln.Processes;

/// <summary>
/// One started program with all that it starts. On Linux each has a session of its own: that is how its descendants are
/// found even when their parent is gone, and why Ctrl-C reaches them through us alone (decision 0030).
/// </summary>
sealed class ProcessTree(bool hasSession)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    readonly TaskCompletionSource<int?> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource _interrupt = new();
    readonly CancellationTokenSource _kill = new();
    readonly CancellationTokenSource _hurry = new();
    readonly Lock _lock = new();
    Task? _ending;

    /// <summary>For CliWrap, which signals the first process where there are no sessions.</summary>
    public CancellationToken Interrupt => _interrupt.Token;

    /// <summary>For CliWrap: stop waiting, whoever still holds the pipes.</summary>
    public CancellationToken Kill => _kill.Token;

    /// <summary>Whether it was ended from outside.</summary>
    public bool IsEnding
    {
        get
        {
            lock (_lock)
                return _ending is not null;
        }
    }

    public void Started(int process) => _started.TrySetResult(process);

    /// <summary>The first process ended by itself, or was never started.</summary>
    public void Left()
    {
        _started.TrySetResult(null);
        _left.TrySetResult();
    }

    /// <summary>Interrupts the tree, kills after the grace what still lives, and is done when nothing does.</summary>
    public Task EndAsync(TimeSpan grace)
    {
        lock (_lock)
            return _ending ??= Task.Run(() => EndOnceAsync(grace));
    }

    /// <summary>No more grace for a tree that is being ended.</summary>
    public void Hurry() => _hurry.Cancel();

    async Task EndOnceAsync(TimeSpan grace)
    {
        if (await _started.Task is { } process)
            await (hasSession ? EndSessionAsync(process, grace) : EndFirstProcessAsync(grace));
        await _kill.CancelAsync();
    }

    async Task EndSessionAsync(int session, TimeSpan grace)
    {
        // Like Ctrl-C on a terminal: the group, not only its first process, which may be a shell that waits.
        Posix.Send(-session, Posix.Interrupt);

        var end = DateTime.UtcNow + grace;
        while (Posix.ProcessesOfSession(session) is { Count: > 0 } living)
        {
            if (DateTime.UtcNow >= end || _hurry.IsCancellationRequested)
                foreach (var process in living)
                    Posix.Send(process, Posix.Kill);
            await Task.Delay(Pause);
        }
    }

    async Task EndFirstProcessAsync(TimeSpan grace)
    {
        await _interrupt.CancelAsync();
        var graceIsOver = Task.Delay(grace, _hurry.Token);
        await Task.WhenAny(_left.Task, graceIsOver);
    }
}
