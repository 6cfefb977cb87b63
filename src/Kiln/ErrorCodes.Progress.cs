namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A disk that the build writes to has no room left.</summary>
    public const string DiskFull = "KILN3023";

    /// <summary>The engine, buildx, or the connection between them was gone before the build was done.</summary>
    public const string EngineLost = "KILN3024";
}
