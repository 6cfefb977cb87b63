namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A secret would be sent as part of a build context.</summary>
    public const string SecretInContext = "KILN1026";

    /// <summary>A limit of a size budget cannot be meant.</summary>
    public const string SizeBudgetInvalid = "KILN1027";

    /// <summary>An engine did not take a finished image.</summary>
    public const string ImageNotLoaded = "KILN3027";

    /// <summary>An image is larger than it may be.</summary>
    public const string SizeBudgetExceeded = "KILN3028";
}
