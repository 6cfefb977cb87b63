namespace Kiln.CleaningUp;

/// <summary>Takes manifests out of a registry.</summary>
public interface IManifestRemover
{
    /// <summary>Deletes a manifest with all its tags; one that is gone already is no error. KILN2020 where it is not let, and what a registry refuses.</summary>
    Task RemoveAsync(ImageReference repository, Digest manifest, CancellationToken cancellationToken);
}
