namespace Kiln.Contracts.Parameters;

/// <summary>A parameter as NUKE matches it: without dashes, underscores and case, also with NUKE_ before it.</summary>
internal sealed record ParameterName(string Text, string Owner)
{
    public string Key { get; } = KeyOf(Text);

    public bool IsSetBy(string variable) => KeyOf(variable) is var key && (key == Key || key == "nuke" + Key);

    private static string KeyOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    public override string ToString() => $"'{Text}' of {Owner}";
}
