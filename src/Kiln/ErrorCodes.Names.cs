namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A text that should be a digest is none.</summary>
    public const string InvalidDigest = "KILN1010";

    /// <summary>A text that should be a platform is none, or names one that nobody builds for.</summary>
    public const string InvalidPlatform = "KILN1011";

    /// <summary>A text that should name an image does not follow the reference grammar.</summary>
    public const string InvalidImageReference = "KILN1012";

    /// <summary>A text that should name a place in a registry does not.</summary>
    public const string InvalidRegistryNamespace = "KILN1013";
}
