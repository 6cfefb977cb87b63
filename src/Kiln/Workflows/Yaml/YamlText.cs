namespace Kiln.Workflows.Yaml;

/// <summary>A text; several lines of it become a block that reads as it is written.</summary>
/// <param name="Text">Any characters.</param>
public sealed record YamlText(string Text) : YamlNode
{
    /// <summary>What stands behind it after <c>#</c>, for people and bots: one line. Default: nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>The same text.</summary>
    public bool Equals(YamlText? other) => other is not null && other.Text == Text;

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
