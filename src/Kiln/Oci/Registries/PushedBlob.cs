namespace Kiln.Oci.Registries;

/// <summary>A blob that is now in the repository, and how it came there.</summary>
public sealed record PushedBlob(Descriptor Blob, BlobOutcome Outcome);
