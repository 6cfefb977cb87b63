using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Kiln.Primitives;

namespace Kiln.Workflows.Yaml;

/// <summary>A piece of a YAML document, equal to another that means the same: comments do not count.</summary>
public abstract record YamlNode
{
    /// <summary>What of the build's description made it, as a sentence; null where that goes without saying.</summary>
    internal string? Cause { get; init; }

    /// <summary>The same node, and why it is there.</summary>
    internal YamlNode Because(string? cause) => this with { Cause = cause };

    /// <summary>A node of the same kind; what made it does not count.</summary>
    public virtual bool Equals(YamlNode? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc />
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Text, which every parser reads as text; no text is no node.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator YamlNode?(string? text) => text is null ? null : new YamlText(text);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static implicit operator YamlNode(bool value) => new YamlValue(value ? "true" : "false");

    /// <summary>A whole number.</summary>
    public static implicit operator YamlNode(int value) => new YamlValue(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A list of texts.</summary>
    public static implicit operator YamlNode(ValueList<string> texts) => new YamlList(texts.Select(x => (YamlNode)x).ToValueList());
}
