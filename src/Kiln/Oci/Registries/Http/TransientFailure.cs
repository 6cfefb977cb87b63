namespace Kiln.Oci.Registries.Http;

/// <summary>
/// An attempt that may succeed when it is made again; <paramref name="final"/> is what people see when it does not.
/// </summary>
sealed class TransientFailure(RegistryException final) : Exception(final.Message, final)
{
    public RegistryException Final { get; } = final;

    /// <summary>What the registry asked for in Retry-After.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Silence was already waited for at length, so it is tried once more and not oftener.</summary>
    public bool WasSilence { get; init; }
}
