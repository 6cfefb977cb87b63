using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Scanning.Checks.Files;

/// <summary>
/// A distribution that nobody mends any more. Scanners find little in one, since nobody writes advisories for it either; so it is refused
/// where nothing else might be.
/// </summary>
/// <param name="today">The day (UTC) that counts.</param>
sealed partial class EndOfSupport(DateOnly today) : IFileCheck
{
    internal const string Id = "KILN-END-OF-SUPPORT";

    LayerFile? _found;
    string _text = "";

    public void See(LayerFile file)
    {
        // The uppermost one; where one of the two is a link, the other is the file.
        if (_found is not null || !file.IsFile || file.Path is not ("etc/os-release" or "usr/lib/os-release"))
            return;
        (_found, _text) = (file, file.Head);
    }

    public IEnumerable<Finding> Findings()
    {
        if (_found is null)
            yield break;
        var fields = Field().Matches(_text).ToLookup(x => x.Groups["name"].Value, x => x.Groups["value"].Value.Trim('"', '\''));
        var (id, version) = (fields["ID"].LastOrDefault(""), fields["VERSION_ID"].LastOrDefault(""));
        // The distribution's own word (os-release(5)) goes before a table.
        var end = Day(fields["SUPPORT_END"].LastOrDefault("")) ?? SupportTable.EndOf(id, version);
        if (end is not { } last || last >= today)
            yield break;
        yield return new Finding(Id, FindingClass.Misconfiguration, FindingSeverity.High)
        {
            Title = $"{fields["PRETTY_NAME"].LastOrDefault($"{id} {version}")} has had no updates since {last:yyyy-MM-dd}; take a newer base",
            DiffId = _found.Layer.DiffId,
            Instruction = _found.Layer.Instruction,
        };
    }

    static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("""^(?<name>[A-Z_]+)=(?<value>.*?)\r?$""", RegexOptions.Multiline)]
    private static partial Regex Field();
}
