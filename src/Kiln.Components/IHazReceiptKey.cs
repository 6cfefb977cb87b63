using Nuke.Common;

namespace Kiln.Components;

/// <summary>The secret by which one CI job trusts the receipts of another.</summary>
public interface IHazReceiptKey : INukeBuild
{
    /// <summary>
    /// Receipts are signed with it by DockerBuild and Scan, and believed by Scan and Push only with its signature. Best given by the variable
    /// <c>RECEIPT_KEY</c>. Default: none; receipts are then believed as they lie there.
    /// </summary>
    [Parameter("Secret of at least 32 characters that signs receipts, for pipelines whose jobs hand them on")]
    [Secret]
    string? ReceiptKey => TryGetValue(() => ReceiptKey);
}
