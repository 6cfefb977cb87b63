using System.Buffers.Binary;
using System.Text;

namespace Kiln.Oci.Layers;

/// <summary>
/// One block of 512 bytes that begins an entry: POSIX.1-2017's ustar, with GNU's form of large numbers
/// (https://www.gnu.org/software/tar/manual/html_node/Standard.html).
/// </summary>
readonly struct TarHeader(byte[] block)
{
    internal const int Length = 512;

    internal char Type => block[156] == 0 ? '0' : (char)block[156];

    internal string Name => IsPosix && Text(345, 155) is { Length: > 0 } prefix ? $"{prefix}/{Text(0, 100)}" : Text(0, 100);

    internal string LinkName => Text(157, 100);

    internal int Mode => (int)(Number(100, 8) & 0xFFF);

    internal long Size => Number(124, 12);

    /// <summary>Whether blocks with the rest of a sparse file's map follow (GNU).</summary>
    internal bool HasMoreMap => Type == 'S' && block[482] != 0;

    internal bool IsEmpty => !block.AsSpan().ContainsAnyExcept((byte)0);

    bool IsPosix => block.AsSpan(257, 6).SequenceEqual("ustar\0"u8);

    /// <summary>What is wrong with it, if anything is.</summary>
    internal string? Problem() => Number(148, 8) != Sum() ? "the checksum of an entry's header is another" : Size < 0 ? "an entry has a negative size" : null;

    // The checksum is taken with blanks where it stands.
    long Sum()
    {
        var sum = 8L * ' ';
        for (var at = 0; at < Length; at++)
            sum += at is >= 148 and < 156 ? 0 : block[at];
        return sum;
    }

    string Text(int start, int length)
    {
        var field = block.AsSpan(start, length);
        return Encoding.UTF8.GetString(field.IndexOf((byte)0) is var end and >= 0 ? field[..end] : field);
    }

    // Octal digits, or a number in base 256 behind a set bit. What is neither is no size that anything could have.
    long Number(int start, int length)
    {
        var field = block.AsSpan(start, length);
        if ((field[0] & 0x80) != 0)
            return length == 12 && !field[1..4].ContainsAnyExcept((byte)0) && field[0] == 0x80 ? BinaryPrimitives.ReadInt64BigEndian(field[4..]) : -1;
        var number = 0L;
        foreach (var digit in field.Trim("\0 "u8))
        {
            if (digit is < (byte)'0' or > (byte)'7')
                return -1;
            number = (number << 3) | (uint)(digit - '0');
        }

        return number;
    }
}
