using Kiln.Primitives;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows;

/// <summary>Keys in a host's own words.</summary>
static class ExtraText
{
    /// <summary>As nodes; KILN5002 where a value is no YAML.</summary>
    internal static YamlMap Read(ValueMap<string> extra, string whose) =>
        YamlMap.Of(extra.Select(x => (x.Key, (YamlNode?)YamlReader.Read(x.Value, $"'{x.Key}' in the Extra of {whose}").Because($"The Extra of {whose} says it."))));
}
