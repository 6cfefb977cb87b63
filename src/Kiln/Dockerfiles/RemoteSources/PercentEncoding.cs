using System.Text;

namespace Kiln.Dockerfiles.RemoteSources;

/// <summary>Escapes of addresses, as Go's <c>net/url</c> reads and writes them.</summary>
static class PercentEncoding
{
    /// <summary>The text that is meant, or null where a percent sign does not stand before two digits.</summary>
    public static string? Decode(string text)
    {
        if (!text.Contains('%'))
            return text;

        var bytes = new List<byte>();
        for (var at = 0; at < text.Length;)
        {
            var next = text.IndexOf('%', at) is var found and >= 0 ? found : text.Length;
            bytes.AddRange(Encoding.UTF8.GetBytes(text[at..next]));
            at = next + 3;
            if (next == text.Length)
                break;
            if (at > text.Length || !text[(next + 1)..at].All(char.IsAsciiHexDigit))
                return null;
            bytes.Add(Convert.ToByte(text[(next + 1)..at], 16));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>Escapes all but letters, digits, <c>-_.~</c> and the given signs.</summary>
    public static string Encode(string text, string signs) => string.Concat(Encoding.UTF8.GetBytes(text).Select(
        x => IsPlain((char)x, signs) ? $"{(char)x}" : $"%{x:X2}"));

    /// <summary>Whether the character may stand for itself among these signs.</summary>
    public static bool IsPlain(char character, string signs) =>
        char.IsAsciiLetterOrDigit(character) || "-_.~".Contains(character) || signs.Contains(character);
}
