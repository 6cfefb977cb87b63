using Kiln.Buildx;
using Kiln.Primitives;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning;

/// <summary>Everything that one scan depends on.</summary>
public sealed record ScanRequest
{
    /// <summary>What to scan; each was built before.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>Where layouts, receipts and reports lie.</summary>
    public required BuildFolders Folders { get; init; }

    /// <summary>Who looks at each platform of each image, beside Kiln's own checks. Default: nobody.</summary>
    public ValueList<IScanner> Scanners { get; init; }

    /// <summary>What there is for scanners that are not on this machine. Default: nothing.</summary>
    public ScannerSupply Supply { get; init; } = new();

    /// <summary>What an image may have and still be pushed. Default: nothing high or critical.</summary>
    public ScanGate Gate { get; init; } = new();

    /// <summary>The secret that receipts are signed with; see <see cref="Receipts.Receipt"/>. Default: none, and receipts are believed as they are.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>The day (UTC) for which exemptions and the support of distributions are judged. Default: today.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(DateTime.UtcNow);
}
