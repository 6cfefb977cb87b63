namespace Kiln.EndToEnd.ActionsCache;

/// <summary>What goes wrong at the service. Default: nothing.</summary>
sealed class Faults
{
    string _call = "";
    int _status;
    int _left;

    /// <summary>What a download gives instead of what was written; null: there is nothing any more. Default: the same.</summary>
    internal Func<byte[], byte[]?> Layers { get; set; } = x => x;

    /// <summary>The same for the list of what is in a cache.</summary>
    internal Func<byte[], byte[]?> Indexes { get; set; } = x => x;

    /// <summary>Answers the next calls of this name with a status.</summary>
    internal void Fail(string call, int status, int times = int.MaxValue) => (_call, _status, _left) = (call, status, times);

    internal int? Strike(string call) => call == _call && _left-- > 0 ? _status : null;

    internal byte[]? Damage(Entry entry) =>
        (entry.Key.StartsWith("index-", StringComparison.Ordinal) ? Indexes : Layers)(entry.Content);

    internal static byte[] Truncate(byte[] content) => content[..(content.Length / 2)];

    internal static byte[] Garble(byte[] content) => [.. content.Reverse()];

    internal static byte[]? Lose(byte[] content) => null;
}
