using System.Runtime.InteropServices;

namespace Kiln.Engine.Execution;

/// <summary>
/// Ctrl-C: the running target gets a moment to unwind, assured targets still run, the summary is written, and the
/// process ends with 130. Ctrl-C again ends it at once, SIGTERM without a summary (143).
/// </summary>
sealed class Interruption(Ending ending) : IDisposable
{
    const int InterruptedCode = 130;
    const int TerminatedCode = 143;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    static readonly TimeSpan SignalDelay = TimeSpan.FromMilliseconds(50);

    static readonly TimeSpan CancellationDelay = TimeSpan.FromSeconds(10);

    readonly ManualResetEventSlim _unwound = new();
    readonly ManualResetEventSlim _signalled = new();
    PosixSignalRegistration[] _registrations = [];
    volatile Thread? _speaker;
    volatile bool _isTerminated;

    public void Listen() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnInterrupted),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnTerminated),
    ];

    /// <summary>
    /// Called where the main thread could go on. Programs that a target runs get the signal too and fail; the one who
    /// handles the signal speaks for the run, not their failure, so this does not return then.
    /// </summary>
    public void WaitIfInterrupted()
    {
        if (_isTerminated)
            Environment.Exit(TerminatedCode);
        if (_speaker is not { } speaker || speaker == Thread.CurrentThread)
            return;

        _unwound.Set();
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>
    /// A signal and the failure that it causes come in any order, so the signal gets a moment to arrive. Work that was
    /// cancelled gets a long one: whoever cancelled it handles the same signal, and ends its programs before it is our turn.
    /// </summary>
    public void WaitAfterFailure(Exception exception)
    {
        _signalled.Wait(exception is OperationCanceledException ? CancellationDelay : SignalDelay);
        WaitIfInterrupted();
    }

    public void Dispose()
    {
        WaitIfInterrupted();
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    void OnInterrupted(PosixSignalContext context)
    {
        if (_speaker is not null)
            return;

        context.Cancel = true;
        _speaker = new(Speak) { IsBackground = true };
        _signalled.Set();
        _speaker.Start();
    }

    /// <summary>
    /// The runtime ends the process, unless somebody has things to clean up first; then the main thread does.
    /// </summary>
    void OnTerminated(PosixSignalContext context)
    {
        _isTerminated = true;
        _signalled.Set();
    }

    void Speak()
    {
        _unwound.Wait(Patience);
        try
        {
            ending.Interrupt();
        }
        finally
        {
            Environment.Exit(InterruptedCode);
        }
    }
}
