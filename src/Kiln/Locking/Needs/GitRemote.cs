namespace Kiln.Locking.Needs;

/// <summary>What can be told of a repository's address by looking at it.</summary>
static class GitRemote
{
    internal static bool HoldsPassword(string remote) =>
        Uri.TryCreate(remote, UriKind.Absolute, out var address) && address.UserInfo.Contains(':');

    /// <summary>A whole commit, by SHA-1 or SHA-256; a shorter one may come to mean another.</summary>
    internal static bool IsCommit(string? reference) =>
        reference is { Length: 40 or 64 } && reference.All(char.IsAsciiHexDigitLower);
}
