namespace Kiln.Oci.Registries;

/// <summary>
/// A registry could not be used as asked; carries which one and how it answered, never what was sent to it.
/// </summary>
public sealed class RegistryException(
    string code, string message, string registry, int? status = null, Exception? cause = null)
    : KilnException(code, message, cause)
{
    /// <summary>Host and port, with Docker Hub as <c>docker.io</c>.</summary>
    public string Registry { get; } = registry;

    /// <summary>The HTTP status, where there was an answer.</summary>
    public int? Status { get; } = status;
}
