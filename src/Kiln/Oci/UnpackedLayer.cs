namespace Kiln.Oci;

/// <summary>What a layer is without its compression.</summary>
/// <param name="Size">How many bytes its tar archive has.</param>
/// <param name="DiffId">The sha256 digest of its tar archive.</param>
public sealed record UnpackedLayer(long Size, Digest DiffId);
