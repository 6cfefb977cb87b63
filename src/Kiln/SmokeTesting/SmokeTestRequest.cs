using Kiln.Buildx;
using Kiln.Primitives;

namespace Kiln.SmokeTesting;

/// <summary>Everything that the smoke tests of one run depend on.</summary>
public sealed record SmokeTestRequest
{
    /// <summary>The images; those without a smoke test are passed over.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>Where they are run.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>Where the layouts and receipts lie.</summary>
    public required BuildFolders Folders { get; init; }

    /// <summary>The secret that receipts have to be signed with. Default: none, and they are believed as they are.</summary>
    public string? ReceiptKey { get; init; }
}
