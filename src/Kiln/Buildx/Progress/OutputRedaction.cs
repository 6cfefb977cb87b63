using System.Text;
using Kiln.Processes;

namespace Kiln.Buildx.Progress;

/// <summary>One stream of a step's output: pieces go in, whole lines without secrets come out.</summary>
sealed class OutputRedaction(Redactor redactor)
{
    // A step that ends no line must not fill the memory. What could be the beginning of a secret stays back.
    const int LongestLine = 256 * 1024;

    readonly List<byte> _pending = [];

    internal bool IsEmpty => _pending.Count == 0;

    /// <summary>The lines that end with this piece; empty for none.</summary>
    internal byte[] Take(ReadOnlySpan<byte> piece)
    {
        var end = piece.LastIndexOf((byte)'\n') + 1;
        if (end > 0)
        {
            _pending.AddRange(piece[..end]);
            var lines = Rest();
            _pending.AddRange(piece[end..]);
            return lines;
        }

        _pending.AddRange(piece);
        return _pending.Count <= LongestLine ? [] : CutOff();
    }

    /// <summary>What has not ended its line.</summary>
    internal byte[] Rest()
    {
        var bytes = Redact(redactor, [.. _pending]);
        _pending.Clear();
        return bytes;
    }

    /// <summary>The bytes themselves where there is no secret in them, so that what is no text stays whole.</summary>
    internal static byte[] Redact(Redactor redactor, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var redacted = redactor.Redact(text);
        return redacted == text ? bytes : Encoding.UTF8.GetBytes(redacted);
    }

    byte[] CutOff()
    {
        var redacted = Rest();
        var kept = Math.Min(redacted.Length, Encoding.UTF8.GetMaxByteCount(redactor.LongestForm));
        _pending.AddRange(redacted.AsSpan(redacted.Length - kept));
        return redacted[..^kept];
    }
}
