using Kiln.Buildx;
using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.Changes;

/// <summary>Everything that a comparison with the base branch depends on.</summary>
public sealed record ChangeRequest
{
    /// <summary>What is compared; each was built before.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>Where receipts and reports lie.</summary>
    public required BuildFolders Folders { get; init; }

    /// <summary>The commit that the change is to be merged onto, whose images are tagged with it. Default: not known.</summary>
    public string? BaseCommit { get; init; }

    /// <summary>Where the base's images are; the first registry is asked. Default: nowhere.</summary>
    public ValueList<RegistryNamespace> Registries { get; init; }

    /// <summary>Credentials and patience for it. Default: what <c>docker login</c> stored.</summary>
    public RegistryOptions Access { get; init; } = new();
}
