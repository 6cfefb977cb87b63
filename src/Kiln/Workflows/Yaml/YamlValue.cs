namespace Kiln.Workflows.Yaml;

/// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>, as it is written.</summary>
/// <param name="Text">As YAML 1.2's core schema writes it.</param>
public sealed record YamlValue(string Text) : YamlNode;
