using System.Globalization;

namespace Kiln.Scanning.Checks.Files;

/// <summary>Until when distributions mend their versions: <c>end-of-support.txt</c>.</summary>
static class SupportTable
{
    static readonly Lazy<ILookup<string, (string Version, DateOnly End)>> Rows = new(Read);

    /// <summary>The last day, or null for a version that the table does not have: <c>alpine 3.20.1</c> is <c>3.20</c>.</summary>
    internal static DateOnly? EndOf(string id, string version) => Rows.Value[id]
        .Where(x => version == x.Version || version.StartsWith(x.Version + ".", StringComparison.Ordinal))
        .OrderByDescending(x => x.Version.Length)
        .Select(x => (DateOnly?)x.End)
        .FirstOrDefault();

    static ILookup<string, (string Version, DateOnly End)> Read()
    {
        using var reader = new StreamReader(typeof(SupportTable).Assembly.GetManifestResourceStream("Kiln.end-of-support.txt")!);
        return reader.ReadToEnd().Split('\n')
            .Where(x => x.Length > 0 && x[0] != '#')
            .Select(x => x.Split(' '))
            .ToLookup(x => x[0], x => (x[1], DateOnly.ParseExact(x[2].TrimEnd('\r'), "yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
