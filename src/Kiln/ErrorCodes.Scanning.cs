namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>An image has findings that the gate does not let pass.</summary>
    public const string ImageRefused = "KILN4001";

    /// <summary>A scanner is not on this machine.</summary>
    public const string ScannerMissing = "KILN4002";

    /// <summary>A scanner failed, or its report cannot be read.</summary>
    public const string ScannerFailed = "KILN4003";

    /// <summary>A scanner looked at another image than it was given.</summary>
    public const string WrongImageScanned = "KILN4004";

    /// <summary>An image has no verdict that would let it be pushed.</summary>
    public const string NoVerdict = "KILN4005";

    /// <summary>A stored report is not the one that the receipt vouches for.</summary>
    public const string ReportDiffers = "KILN4006";

    /// <summary>An exemption cannot be meant.</summary>
    public const string InvalidExemption = "KILN4007";

    /// <summary>A receipt was not signed with the build's secret, or was changed since.</summary>
    public const string ReceiptSignatureInvalid = "KILN4008";

    /// <summary>An image was started and did not show that it runs.</summary>
    public const string SmokeTestFailed = "KILN4009";
}
