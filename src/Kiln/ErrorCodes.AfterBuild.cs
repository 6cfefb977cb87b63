namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>An engine did not take a finished image.</summary>
    public const string ImageNotLoaded = "KILN3027";
}
