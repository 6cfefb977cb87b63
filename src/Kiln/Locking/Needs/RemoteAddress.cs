namespace Kiln.Locking.Needs;

/// <summary>What can be told of a repository or a download by looking at its address.</summary>
static class RemoteAddress
{
    // Over HTTP a token often stands where the user's name would; over SSH the name alone is no secret.
    internal static bool HoldsPassword(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.UserInfo.Contains(':') || (uri.UserInfo.Length > 0 && uri.Scheme is ("http" or "https")));

    /// <summary>A whole commit, by SHA-1 or SHA-256; a shorter one may come to mean another.</summary>
    internal static bool IsCommit(string? reference) =>
        reference is { Length: 40 or 64 } && reference.All(char.IsAsciiHexDigitLower);
}
