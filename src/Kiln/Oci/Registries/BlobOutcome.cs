namespace Kiln.Oci.Registries;

/// <summary>How a blob came to be in a repository.</summary>
public enum BlobOutcome
{
    /// <summary>Its bytes were sent.</summary>
    Sent,

    /// <summary>The registry took it from another repository of its own.</summary>
    Mounted,

    /// <summary>It was there already.</summary>
    Present,
}
