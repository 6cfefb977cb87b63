using Kiln.Oci;
using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>A manifest or index in a registry, and what it leads to.</summary>
sealed record StoredManifest(Digest Digest)
{
    /// <summary>The manifests that an index lists. Default: none.</summary>
    internal ValueList<Digest> Children { get; init; }

    /// <summary>What it is attached to. Default: nothing.</summary>
    internal Digest? Subject { get; init; }

    /// <summary>When it says it was created; null where it does not, or says what every reproducible image says.</summary>
    internal DateTimeOffset? Created { get; init; }

    /// <summary>What it takes in the registry: itself, and of an image config and layers.</summary>
    internal ValueList<Descriptor> Blobs { get; init; }
}
