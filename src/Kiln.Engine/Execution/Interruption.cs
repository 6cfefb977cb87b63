namespace Kiln.Engine.Execution;

/// <summary>
/// Ctrl-C: assured targets still run, the summary is written, and the process ends as interrupted ones do (130). The
/// runtime ends it; SIGTERM is left to the runtime altogether (143, no summary).
/// </summary>
sealed class Interruption(Ending ending) : IDisposable
{
    bool _isListening;
    volatile Thread? _handler;

    public void Listen()
    {
        Console.CancelKeyPress += OnCancel;
        _isListening = true;
    }

    /// <summary>Programs that a target runs get Ctrl-C too and fail; the handler speaks for the run, not their failure.</summary>
    public void WaitIfInterrupted()
    {
        if (_handler is { } handler && handler != Thread.CurrentThread)
            Thread.Sleep(Timeout.Infinite);
    }

    public void Dispose()
    {
        WaitIfInterrupted();
        if (_isListening)
            Console.CancelKeyPress -= OnCancel;
    }

    void OnCancel(object? sender, ConsoleCancelEventArgs arguments)
    {
        _handler = Thread.CurrentThread;
        ending.Interrupt();
    }
}
