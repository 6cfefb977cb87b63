namespace Kiln.Scanning.Checks;

/// <summary>FNV-1a over the characters of a path (RFC 9923), so that the hash of a folder is met on the way to what lies in it.</summary>
static class PathHash
{
    internal const ulong Start = 0xcbf29ce484222325;

    const ulong Prime = 0x100000001b3;

    internal static ulong With(ulong hash, char next) => (hash ^ next) * Prime;

    internal static ulong Of(string path) => path.Aggregate(Start, With);
}
