using System.Runtime.InteropServices;

namespace Kiln.Processes;

/// <summary>
/// A token that is cancelled by Ctrl-C, SIGTERM or a closed terminal, so that the work can end tidily. The same signal
/// again ends the process at once.
/// </summary>
public sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource _source;
    readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens from now on, until it is disposed.</summary>
    public Interruption(CancellationToken cancellationToken = default)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _registrations = [.. signals.Select(x => PosixSignalRegistration.Create(x, Handle))];
    }

    /// <summary>Cancelled by the first signal, or by the token that was given.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The first signal that came, for the exit code (128 and its number); null when none did.</summary>
    public PosixSignal? Signal { get; private set; }

    void Handle(PosixSignalContext context)
    {
        context.Cancel = Signal is null;
        Signal ??= context.Signal;
        _source.Cancel();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }
}
