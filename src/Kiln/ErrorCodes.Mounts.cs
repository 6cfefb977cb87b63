namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>Cache mounts could not be filled from the cache; a warning.</summary>
    public const string MountsNotSeeded = "KILN6030";

    /// <summary>Cache mounts could not be written to the cache; a warning.</summary>
    public const string MountsNotKept = "KILN6031";

    /// <summary>A cache mount holds more than a build may keep; a warning.</summary>
    public const string MountTooLarge = "KILN6032";
}
