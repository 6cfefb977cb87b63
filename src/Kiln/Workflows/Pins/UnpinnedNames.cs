using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.Pins;

/// <summary>Actions and images in a host's own words that have no commit and no digest. Those of the repository itself, and such as a variable names, are not looked at.</summary>
static class UnpinnedNames
{
    // What is below is given to programs, and means there what it means to them.
    static readonly string[] Opaque = ["with", "env", "variables", "inputs", "run", "script"];

    internal static IEnumerable<string> In(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.SelectMany(x => In(x.Name, x.Node)),
        YamlList list => list.Items.SelectMany(In),
        _ => [],
    };

    static IEnumerable<string> In(string name, YamlNode node) => (name, node) switch
    {
        _ when Opaque.Contains(name) => [],
        ("uses", YamlText { Text: var action }) => IsPinnedAction(action) ? [] : [action],
        ("image" or "container", YamlText { Text: var image }) => Images(image),
        ("image", YamlMap map) => Named(map),
        ("services", YamlList list) => list.Items.SelectMany(x => x is YamlMap map ? Named(map) : x is YamlText { Text: var image } ? Images(image) : []),
        _ => In(node),
    };

    static IEnumerable<string> Named(YamlMap map) => map["name"] is YamlText { Text: var image } ? Images(image) : [];

    static IEnumerable<string> Images(string image) => image.Contains("@sha256:", StringComparison.Ordinal) || image.Contains('$', StringComparison.Ordinal) ? [] : [image];

    static bool IsPinnedAction(string action) => action.StartsWith("./", StringComparison.Ordinal)
        || action.Contains("@sha256:", StringComparison.Ordinal)
        || (action.LastIndexOf('@') is >= 0 and var at && ActionVersion.IsCommit(action[(at + 1)..]));
}
