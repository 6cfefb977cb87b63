using System.Text;

namespace Kiln.Oci.Layers;

/// <summary>
/// Reads a layer's archive entry by entry and writes nothing. What an archive claims about itself never decides how much memory is taken
/// (decision 0065), so a hostile one is an <see cref="InvalidDataException"/> at worst.
/// </summary>
sealed class LayerReader(Stream archive) : IDisposable
{
    // As much as Go's archive/tar, and so every engine, takes.
    const int LongestName = 1 << 20;

    readonly BufferedStream _archive = new(archive, 1 << 17);
    readonly byte[] _skipped = new byte[1 << 16];
    readonly byte[] _block = new byte[TarHeader.Length];
    readonly byte[] _map = new byte[TarHeader.Length];
    long _left;
    int _padding;

    /// <summary>The next entry, or null behind the last one.</summary>
    internal LayerEntry? Next()
    {
        PaxRecords? records = null;
        string? name = null;
        string? link = null;
        while (true)
        {
            Skip();
            if (ReadHeader() is not { } header)
                return null;
            Expect(header.Size);
            switch (header.Type)
            {
                case 'x':
                    records = PaxRecords.Parse(ReadText());
                    break;
                case 'L':
                    name = Encoding.UTF8.GetString(ReadText()).TrimEnd('\0');
                    break;
                case 'K':
                    link = Encoding.UTF8.GetString(ReadText()).TrimEnd('\0');
                    break;
                // For all entries behind it, which engines do not read either.
                case 'g':
                    break;
                default:
                    return Entry(header, records?.Path ?? name ?? header.Name, records?.LinkPath ?? link ?? header.LinkName, records);
            }
        }
    }

    /// <summary>The beginning of the current entry's content, at most so many bytes; once for each entry.</summary>
    internal byte[] ReadHead(int length)
    {
        var head = new byte[Math.Min(length, _left)];
        _archive.ReadExactly(head);
        _left -= head.Length;
        return head;
    }

    /// <inheritdoc />
    public void Dispose() => _archive.Dispose();

    LayerEntry Entry(TarHeader header, string path, string link, PaxRecords? records)
    {
        var kind = KindOf(header, path);
        // Only files have content, whatever the header says.
        Expect(kind is LayerEntryKind.File or LayerEntryKind.Other ? records?.Size ?? header.Size : 0);
        if (header.HasMoreMap)
            SkipMap();

        var isLink = kind is LayerEntryKind.SymbolicLink or LayerEntryKind.HardLink;
        return new LayerEntry(EntryPath.Normalize(path), kind, header.Mode, _left)
        {
            LinkTarget = isLink ? link : null,
            LeavesRoot = EntryPath.LeavesRoot(path) || (kind == LayerEntryKind.HardLink && EntryPath.LeavesRoot(link)),
            HasCapabilities = records?.HasCapabilities ?? false,
        };
    }

    static LayerEntryKind KindOf(TarHeader header, string path) => header.Type switch
    {
        // Before there was a type for folders.
        '0' when path.EndsWith('/') => LayerEntryKind.Folder,
        '0' or '7' or 'S' => LayerEntryKind.File,
        '1' => LayerEntryKind.HardLink,
        '2' => LayerEntryKind.SymbolicLink,
        '3' or '4' => LayerEntryKind.Device,
        '5' => LayerEntryKind.Folder,
        _ => LayerEntryKind.Other,
    };

    TarHeader? ReadHeader()
    {
        if (!ReadBlock(_block))
            return null;
        var header = new TarHeader(_block);
        if (header.IsEmpty)
            return null;
        return header.Problem() is { } problem ? throw new InvalidDataException(problem) : header;
    }

    void SkipMap()
    {
        do
        {
            if (!ReadBlock(_map))
                throw new EndOfStreamException("the archive ends within the map of a sparse file");
        }
        while (_map[504] != 0);
    }

    // An archive that ends without its two empty blocks is one to all engines.
    bool ReadBlock(byte[] block)
    {
        var count = _archive.ReadAtLeast(block, TarHeader.Length, throwOnEndOfStream: false);
        return count is 0 or TarHeader.Length ? count > 0 : throw new EndOfStreamException("the archive ends within an entry's header");
    }

    byte[] ReadText() => _left <= LongestName
        ? ReadHead(LongestName)
        : throw new InvalidDataException($"the extended header of an entry has {_left} bytes, and engines take {LongestName}");

    void Expect(long size)
    {
        if (size is < 0 or > long.MaxValue - TarHeader.Length)
            throw new InvalidDataException($"an entry has {size} bytes");
        _left = size;
        _padding = (int)(-size & (TarHeader.Length - 1));
    }

    void Skip()
    {
        for (_left += _padding, _padding = 0; _left > 0;)
        {
            var count = _archive.Read(_skipped, 0, (int)Math.Min(_left, _skipped.Length));
            _left -= count > 0 ? count : throw new EndOfStreamException("the archive ends within an entry");
        }
    }
}
