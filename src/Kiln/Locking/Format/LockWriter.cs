using System.Globalization;
using Kiln.Locking.Format.Json;
using Kiln.Primitives;

namespace Kiln.Locking.Format;

/// <summary>
/// Lays a lock out. The order is that of the keys everywhere, without an exception for known ones: so <c>version</c>
/// comes last, and a section that is added never changes the lines of another.
/// </summary>
static class LockWriter
{
    public static string Write(KilnLock content)
    {
        ValueMap<string> parts =
        [
            .. content.Extra.Select(x => KeyValuePair.Create(x.Key, x.Value.Text)),
            .. content.OtherSections.Select(x => KeyValuePair.Create(x.Key, Section(x.Value))),
            .. content.Entries.GroupBy(x => x.Section).Select(x => KeyValuePair.Create(x.Key.Name(), Section(x))),
            new("version", KilnLock.CurrentVersion.ToString(CultureInfo.InvariantCulture)),
        ];
        return Block(parts, "") + "\n";
    }

    static string Section(IEnumerable<(LockSection, string Key, LockEntry Entry)> entries) =>
        Section(entries.Select(x => KeyValuePair.Create(x.Key, FieldWriter.Write(x.Entry))).ToValueMap());

    static string Section(ValueMap<RawJson> entries) =>
        Block(entries.Select(x => KeyValuePair.Create(x.Key, x.Value.Text)), "  ");

    static string Block(IEnumerable<KeyValuePair<string, string>> members, string indent)
    {
        var lines = members.Select(x => $"{indent}  {JsonText.Quote(x.Key)}: {x.Value}").ToArray();
        return lines.Length == 0 ? "{}" : $"{{\n{string.Join(",\n", lines)}\n{indent}}}";
    }
}
