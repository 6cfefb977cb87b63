namespace Kiln.Processes;

/// <summary>Work that was begun before anybody knew that its result is needed. Disposed of before it ended, it is cancelled.</summary>
sealed class Ahead<T> : IAsyncDisposable
{
    readonly CancellationTokenSource _cancellation;
    readonly Task<T> _work;

    Ahead(CancellationTokenSource cancellation, Task<T> work) => (_cancellation, _work) = (cancellation, work);

    /// <summary>Begins on another thread.</summary>
    internal static Ahead<T> Begin(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return new Ahead<T>(cancellation, Task.Run(() => work(cancellation.Token), cancellation.Token));
    }

    /// <summary>The result, or the exception.</summary>
    internal Task<T> Result => _work;

    public async ValueTask DisposeAsync()
    {
        await _cancellation.CancelAsync();
        await _work.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _ = _work.Exception;
        _cancellation.Dispose();
    }
}
