namespace Kiln.Caching;

/// <summary>How much a cache may hold.</summary>
static class CacheSize
{
    /// <summary>The same number of bytes; KILN1028 where nothing would fit.</summary>
    internal static long Check(string what, long bytes) => bytes > 0 ? bytes : throw new KilnException(
        ErrorCodes.InvalidCache, $"The largest size of {what} is {bytes} bytes, so nothing would be kept. Give it more, or leave the cache out.");
}
