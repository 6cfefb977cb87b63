using System.Globalization;
using System.Text;

namespace Kiln.Oci.Layers;

/// <summary>What stands before an entry and replaces fields of its header: records <c>length key=value</c> (POSIX.1-2017, pax).</summary>
sealed class PaxRecords
{
    readonly Dictionary<string, string> _records = [];

    internal string? Path => _records.GetValueOrDefault("path");

    internal string? LinkPath => _records.GetValueOrDefault("linkpath");

    internal bool HasCapabilities => _records.ContainsKey("SCHILY.xattr.security.capability");

    internal long? Size => !_records.TryGetValue("size", out var text)
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : throw Wrong("a size that is no number");

    internal static PaxRecords Parse(ReadOnlySpan<byte> bytes)
    {
        var records = new PaxRecords();
        while (!bytes.IsEmpty)
        {
            var blank = bytes.IndexOf((byte)' ');
            if (blank < 1 || !int.TryParse(bytes[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length <= blank + 1 || length > bytes.Length || bytes[length - 1] != '\n')
            {
                throw Wrong("a record whose length is another");
            }

            var record = bytes[(blank + 1)..(length - 1)];
            if (record.IndexOf((byte)'=') is not (> 0 and var equals))
                throw Wrong("a record without a key");
            records._records[Encoding.UTF8.GetString(record[..equals])] = Encoding.UTF8.GetString(record[(equals + 1)..]);
            bytes = bytes[length..];
        }

        return records;
    }

    static InvalidDataException Wrong(string what) => new($"the extended header of an entry has {what}");
}
