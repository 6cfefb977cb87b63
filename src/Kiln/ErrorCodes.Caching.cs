namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A cache is not described as buildx would take it.</summary>
    public const string InvalidCache = "KILN1028";

    /// <summary>Two images of a build would write one cache.</summary>
    public const string CacheCollision = "KILN1029";

    /// <summary>A cache that is required cannot be read or written.</summary>
    public const string CacheUnusable = "KILN6020";
}
