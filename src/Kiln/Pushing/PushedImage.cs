using Kiln.Oci.Registries;
using Kiln.Receipts;

namespace Kiln.Pushing;

/// <summary>One image in one registry: what it is, and what had to be sent.</summary>
public sealed record PushedImage
{
    /// <summary>What it is.</summary>
    public required Receipt Receipt { get; init; }

    /// <summary>Where it is, under which tags.</summary>
    public required PushResult Result { get; init; }
}
