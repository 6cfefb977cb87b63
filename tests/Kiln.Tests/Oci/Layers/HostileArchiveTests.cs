using System.Buffers.Binary;
using System.Text;
using Kiln.Oci;
using Kiln.Oci.Layers;

namespace Kiln.Tests.Oci.Layers;

/// <summary>Archives that nobody builds by mistake. None is ever unpacked to a disk; here it is memory that they are after.</summary>
public sealed class HostileArchiveTests
{
    const long Megabyte = 1_000_000;

    /// <summary>What is allocated over the whole time, which is more than is ever held.</summary>
    const long MostAllocated = 20 * Megabyte;

    public static TheoryData<string> Cases => [.. Archives().Select(x => x.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void They_are_read_or_refused_within_bounds(string name)
    {
        var bytes = Archives().First(x => x.Name == name).Bytes;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var reader = new LayerReader(new MemoryStream(bytes));
            while (reader.Next() is not null)
                reader.ReadHead(1_000);
        }
        catch (Exception error) when (LayerStream.IsUnreadable(error))
        {
            Assert.DoesNotContain('\0', error.Message);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
    }

    [Fact]
    public void What_claims_to_be_an_extended_header_of_gigabytes_is_refused_for_its_size()
    {
        var error = Assert.Throws<InvalidDataException>(() => LayerReaderTests.Entries(Header("x", 'x', Binary(3L << 30))).ToArray());

        Assert.Equal($"the extended header of an entry has {3L << 30} bytes, and engines take {1 << 20}", error.Message);
    }

    [Fact]
    public void A_bomb_of_zstandard_ends_at_a_bound()
    {
        var bomb = ZstandardBomb(5L << 30);
        var layer = new Descriptor { MediaType = TestLayout.ZstdLayer, Digest = Digest.OfBytes(bomb), Size = bomb.Length };
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var plain = LayerStream.Open(new MemoryStream(bomb), layer, "layer");
        var error = Assert.Throws<InvalidDataException>(() => plain.CopyTo(Stream.Null));

        Assert.Contains("made to fill a disk", error.Message, StringComparison.Ordinal);
        Assert.InRange(bomb.Length, 1, 200_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
    }

    /// <summary>The same 200 in every run.</summary>
    static IEnumerable<(string Name, byte[] Bytes)> Archives()
    {
        yield return ("traversal", new TestArchive().File("../../../../tmp/kiln-was-here").File("/../../etc/passwd").Bytes());
        yield return ("link out, then a file through it", new TestArchive().Link("out", "../../../../tmp").File("out/kiln-was-here").Bytes());
        yield return ("hard link out", new TestArchive().HardLink("in", "../../../../etc/passwd").Bytes());
        yield return ("devices", new TestArchive().Device("dev/mem").Device("dev/sda").Bytes());
        yield return ("name of a megabyte", new TestArchive().File(new string('n', 1_000_000)).Bytes());
        yield return ("100,000 levels", new TestArchive().File(string.Join('/', Enumerable.Repeat("d", 100_000))).Bytes());
        yield return ("negative size", Header("x", '0', Binary(-1)));
        yield return ("largest size", Header("x", '0', Binary(long.MaxValue)));
        yield return ("size in words", Header("x", '0', Encoding.ASCII.GetBytes("very large!\0")));
        yield return ("long name of gigabytes", Header("x", 'L', Binary(2L << 30)));
        yield return ("global header of gigabytes", Header("x", 'g', Binary(2L << 30)));
        yield return ("sparse map without an end", Sparse(1_000));
        yield return ("a file that ends early", Header("x", '0', Encoding.ASCII.GetBytes("00000010000\0")));
        yield return ("extended headers one behind the other", [.. Enumerable.Repeat(Pax("9 path=x\n"), 2_000).SelectMany(x => x)]);
        yield return ("record of negative length", Pax("-5 path=x\n"));
        yield return ("record longer than all", Pax("999 path=x\n"));
        yield return ("record without a key", Pax("6 =ab\n"));
        yield return ("size that is no number", Pax("11 size=1e9\n"));
        yield return ("zeros", new byte[1_000_000]);
        yield return ("nothing", []);
        var random = new Random(5);
        var honest = new TestArchive().Folder("etc").File("etc/passwd", new string('p', 3_000)).Link("sh", "bash").File(new string('l', 300)).Bytes();
        for (var at = 20; at < 200; at++)
        {
            var bytes = honest[..random.Next(1, honest.Length + 1)];
            for (var changes = random.Next(0, 40); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            // Else the sum would keep most of them out.
            for (var start = 0; start + TarHeader.Length <= bytes.Length && random.Next(3) > 0; start += TarHeader.Length)
                Seal(bytes.AsSpan(start, TarHeader.Length));
            yield return ($"damaged {at}", bytes);
        }
    }

    static byte[] Header(string name, char type, byte[] size)
    {
        var block = new byte[TarHeader.Length];
        Encoding.ASCII.GetBytes(name, block);
        size.CopyTo(block, 124);
        block[156] = (byte)type;
        Seal(block);
        return block;
    }

    static byte[] Binary(long number)
    {
        var field = new byte[12];
        field[0] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(field.AsSpan(4), number);
        return field;
    }

    static byte[] Pax(string records)
    {
        var content = new byte[TarHeader.Length];
        Encoding.ASCII.GetBytes(records, content);
        return [.. Header("x", 'x', Encoding.ASCII.GetBytes(Convert.ToString(records.Length, 8).PadLeft(11, '0') + "\0")), .. content];
    }

    static byte[] Sparse(int blocks)
    {
        var header = Header("x", 'S', new byte[12]);
        header[482] = 1;
        Seal(header);
        var map = new byte[TarHeader.Length];
        map[504] = 1;
        return [.. header, .. Enumerable.Repeat(map, blocks).SelectMany(x => x)];
    }

    static void Seal(Span<byte> block)
    {
        block[148..156].Fill((byte)' ');
        var sum = 0;
        foreach (var x in block)
            sum += x;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ", block[148..156]);
    }

    // Blocks of 128 kB that are one byte, repeated (RFC 8878, 3.1.1.2).
    static byte[] ZstandardBomb(long length)
    {
        using var bytes = new MemoryStream();
        bytes.Write([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]);
        const int block = 128 * 1024;
        for (var left = length / block; left > 0; left--)
        {
            var header = (block << 3) | (1 << 1) | (left == 1 ? 1 : 0);
            bytes.Write([(byte)header, (byte)(header >> 8), (byte)(header >> 16), 0]);
        }

        return bytes.ToArray();
    }
}
