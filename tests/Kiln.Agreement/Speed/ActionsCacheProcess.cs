using Kiln.EndToEnd.ActionsCache;

namespace Kiln.Agreement.Speed;

/// <summary>The cache service of the tests as a process of its own, for measuring whole commands.</summary>
static class ActionsCacheProcess
{
    /// <summary>Prints its address and serves until standard input ends.</summary>
    internal static int Serve()
    {
        using var service = new CacheService();
        Console.WriteLine(service.Address);
        Console.In.ReadToEnd();
        return 0;
    }
}
