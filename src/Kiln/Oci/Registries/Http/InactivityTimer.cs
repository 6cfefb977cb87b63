namespace Kiln.Oci.Registries.Http;

/// <summary>Cancels what has not moved for a while; large blobs may take hours as long as they move.</summary>
sealed class InactivityTimer : IDisposable
{
    readonly CancellationTokenSource _source;
    readonly CancellationToken _caller;
    readonly TimeSpan _limit;

    public InactivityTimer(TimeSpan limit, CancellationToken caller)
    {
        (_limit, _caller) = (limit, caller);
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Touch();
    }

    public CancellationToken Token => _source.Token;

    public bool HasExpired => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Touch() => _source.CancelAfter(_limit);

    public TransientFailure Failure(RegistryRequest request) =>
        new(RegistryErrors.Silent(request, _limit)) { WasSilence = true };

    public void Dispose() => _source.Dispose();
}
