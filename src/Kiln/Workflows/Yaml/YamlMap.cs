using System.Diagnostics.CodeAnalysis;
using Kiln.Primitives;

namespace Kiln.Workflows.Yaml;

/// <summary>Nodes by name, in the order in which they are written; each name once.</summary>
public sealed record YamlMap : YamlNode
{
    YamlMap(ValueList<YamlEntry> entries) => Entries = entries;

    /// <summary>A map without entries.</summary>
    public static YamlMap Empty { get; } = new([]);

    /// <summary>In the order in which they are written.</summary>
    public ValueList<YamlEntry> Entries { get; }

    /// <summary>These entries; those without a node are left out, and the last of two with one name counts, in the first one's place.</summary>
    public static YamlMap Of(params IEnumerable<(string Name, YamlNode? Node)> entries) => entries
        .Where(x => x.Node is not null)
        .Aggregate(Empty, (map, x) => map.With(x.Name, x.Node!));

    /// <summary>Texts by name.</summary>
    public static YamlMap Of(IEnumerable<KeyValuePair<string, string>> texts) => Of(texts.Select(x => (x.Key, (YamlNode?)x.Value)));

    /// <summary>The node of this name; null where there is none.</summary>
    public YamlNode? this[string name] => TryGet(name, out var node) ? node : null;

    /// <summary>Whether there is a node of this name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out YamlNode? node) =>
        (node = Entries.FirstOrDefault(x => x.Name == name)?.Node) is not null;

    /// <summary>With this node, in the place of the one of the same name or at the end.</summary>
    public YamlMap With(string name, YamlNode node) => new(Entries.Any(x => x.Name == name)
        ? Entries.Select(x => x.Name == name ? new YamlEntry(name, node) : x).ToValueList()
        : [.. Entries, new YamlEntry(name, node)]);

    /// <summary>With all of these, whose nodes win; a <c>null</c> among them takes the entry out.</summary>
    public YamlMap With(YamlMap extra) => extra.Entries.Aggregate(
        this, (map, x) => x.Node is YamlValue { Text: "null" } ? map.Without(x.Name) : map.With(x.Name, x.Node));

    /// <inheritdoc cref="YamlNode.Because" />
    internal new YamlMap Because(string? cause) => this with { Cause = cause };

    /// <summary>The same, or null where it is empty, so that it is left out of another.</summary>
    public YamlMap? OrNull() => Entries.Count == 0 ? null : this;

    /// <summary>The same nodes by the same names; their order means nothing.</summary>
    public bool Equals(YamlMap? other) => other is not null
        && Entries.Count == other.Entries.Count
        && Entries.All(x => other.TryGet(x.Name, out var node) && node == x.Node);

    /// <inheritdoc />
    public override int GetHashCode() => Entries.Count;

    /// <summary>Without the entry of this name, if there is one.</summary>
    internal YamlMap Without(string name) => new(Entries.Where(x => x.Name != name).ToValueList());
}

/// <summary>A node and its name in a map.</summary>
public sealed record YamlEntry(string Name, YamlNode Node);
