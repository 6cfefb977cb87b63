namespace Kiln.EndToEnd.ActionsCache;

/// <summary>What is kept under a key in one scope. It is reserved first, and only once it is finished can it be found.</summary>
sealed record Entry(string Scope, string Key, string Version)
{
    /// <summary>Names the blob in its address.</summary>
    internal string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Opens the address, as the signature of a real one does.</summary>
    internal string Signature { get; } = Guid.NewGuid().ToString("N");

    internal byte[] Content { get; set; } = [];

    internal Dictionary<string, byte[]> Blocks { get; } = [];

    internal bool IsFinished { get; set; }
}
