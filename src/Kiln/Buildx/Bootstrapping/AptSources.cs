namespace Kiln.Buildx.Bootstrapping;

/// <summary>Finds the system's own archive in apt's sources, of either form: one line an archive, or deb822 (sources.list(5)).</summary>
static class AptSources
{
    /// <summary>
    /// The address that serves <paramref name="codename"/>, or null. Vendors name their own archives' suites after the
    /// system's too, so an address that speaks of the distribution goes first.
    /// </summary>
    internal static string? MirrorOf(IEnumerable<string> files, string distribution, string codename) => files
        .SelectMany(EntriesIn)
        .Where(x => x.Suites.Contains(codename) && x.Components.Contains("main"))
        .Select(x => x.Mirror)
        .OrderByDescending(x => x.TrimEnd('/').EndsWith("/" + distribution, StringComparison.Ordinal))
        .ThenByDescending(x => x.Contains(distribution, StringComparison.Ordinal))
        .FirstOrDefault();

    static IEnumerable<Entry> EntriesIn(string file)
    {
        var lines = file.Split('\n').Select(x => x.TrimEnd()).Where(x => !x.StartsWith('#')).ToArray();
        return lines.Select(OfLine).OfType<Entry>().Concat(Stanzas(lines).Select(OfStanza).OfType<Entry>());
    }

    // deb [options] address suite component…
    static Entry? OfLine(string line) => Words(line) is ["deb", .. var rest]
        && rest.SkipWhile(x => !x.Contains("://", StringComparison.Ordinal)).ToArray() is [var mirror, var suite, .. var components]
            ? new Entry(mirror, [suite], components)
            : null;

    static Entry? OfStanza(IReadOnlyDictionary<string, string> fields)
    {
        string[] Field(string name) => Words(fields.GetValueOrDefault(name, ""));
        var isOn = Field("Types").Contains("deb") && !(Field("Enabled") is ["no" or "No" or "false"]);
        return isOn && Field("URIs") is [var mirror, ..] ? new Entry(mirror, Field("Suites"), Field("Components")) : null;
    }

    static IEnumerable<IReadOnlyDictionary<string, string>> Stanzas(IEnumerable<string> lines)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var name = "";
        foreach (var line in lines.Append(""))
        {
            if (line.Length == 0)
            {
                yield return fields;
                fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                continue;
            }

            // A line that begins with a blank continues the field above it.
            var colon = char.IsWhiteSpace(line[0]) ? -1 : line.IndexOf(':');
            name = colon < 0 ? name : line[..colon];
            fields[name] = fields.GetValueOrDefault(name, "") + " " + line[(colon + 1)..];
        }
    }

    static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    sealed record Entry(string Mirror, string[] Suites, string[] Components);
}
