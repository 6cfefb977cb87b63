using System.Formats.Tar;
using System.Text;

namespace Kiln.Tests.Oci.Layers;

/// <summary>A layer's archive, entry by entry, as builders write it.</summary>
sealed class TestArchive
{
    readonly MemoryStream _bytes = new();
    readonly TarWriter _writer;

    internal TestArchive(TarEntryFormat format = TarEntryFormat.Pax) => _writer = new TarWriter(_bytes, format, leaveOpen: true);

    internal TestArchive File(string path, string content = "x", int mode = 0b110_100_100) =>
        Add(TarEntryType.RegularFile, path, mode, x => x.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)));

    internal TestArchive Folder(string path, int mode = 0b111_101_101) => Add(TarEntryType.Directory, path, mode, _ => { });

    internal TestArchive Link(string path, string target) => Add(TarEntryType.SymbolicLink, path, 0b111_111_111, x => x.LinkName = target);

    internal TestArchive HardLink(string path, string target) => Add(TarEntryType.HardLink, path, 0b110_100_100, x => x.LinkName = target);

    internal TestArchive Device(string path) => Add(TarEntryType.CharacterDevice, path, 0b110_100_100, _ => { });

    internal TestArchive Remove(string path) => File($"{path[..(path.LastIndexOf('/') + 1)]}.wh.{path[(path.LastIndexOf('/') + 1)..]}", "");

    internal TestArchive Empty(string folder) => File($"{folder}/.wh..wh..opq", "");

    internal byte[] Bytes()
    {
        _writer.Dispose();
        return _bytes.ToArray();
    }

    TestArchive Add(TarEntryType type, string path, int mode, Action<TarEntry> more)
    {
        TarEntry entry = _writer.Format == TarEntryFormat.Gnu
            ? new GnuTarEntry(type, path)
            : _writer.Format == TarEntryFormat.Ustar ? new UstarTarEntry(type, path) : new PaxTarEntry(type, path);
        entry.Mode = (UnixFileMode)mode;
        entry.ModificationTime = DateTimeOffset.UnixEpoch;
        more(entry);
        _writer.WriteEntry(entry);
        return this;
    }
}
