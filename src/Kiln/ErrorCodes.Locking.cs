namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A lock cannot be read: it is no JSON, or its entries are not what they should be.</summary>
    public const string LockUnreadable = "KILN6001";

    /// <summary>A lock holds the markers of a merge that is not finished.</summary>
    public const string LockConflict = "KILN6002";

    /// <summary>A lock was written by a newer Kiln.</summary>
    public const string LockTooNew = "KILN6003";

    /// <summary>A lock does not hold what the build needs, or holds more.</summary>
    public const string LockMismatch = "KILN6004";

    /// <summary>A lock could not be written.</summary>
    public const string LockNotWritten = "KILN6005";
}
