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

    /// <summary>What a build needs from outside cannot be known from its Dockerfile.</summary>
    public const string InputUnknown = "KILN6006";

    /// <summary>Something shall not be pinned, and no reason is given.</summary>
    public const string FloatWithoutReason = "KILN6007";

    /// <summary>BuildKit refused to fetch something that the lock does not hold.</summary>
    public const string InputDenied = "KILN6008";

    /// <summary>A name that should be an input's is none of this build's.</summary>
    public const string InputNameUnknown = "KILN6009";

    /// <summary>What a name means, or its bytes, could not be had from any registry that may be asked.</summary>
    public const string InputUnavailable = "KILN6010";

    /// <summary>What an address serves is not what the lock or the Dockerfile pins.</summary>
    public const string InputChanged = "KILN6011";

    /// <summary>A locked archive does not hold the program that it is downloaded for.</summary>
    public const string ProgramNotInArchive = "KILN6012";
}
