using Kiln.Primitives;

namespace Kiln.Workflows.Yaml;

/// <summary>Nodes in their order.</summary>
/// <param name="Items">Any nodes.</param>
public sealed record YamlList(ValueList<YamlNode> Items) : YamlNode;
