namespace Kiln.Contracts.PublicApi;

/// <summary>One line of an API list. Attributes at its end are not part of the signature and are left out.</summary>
internal sealed record ApiLine(string Type, string Kind, string Signature)
{
    /// <summary>The name alone, to find the member that was probably meant.</summary>
    public string Name => Kind is "enum-value" or "const" or "field"
        ? Signature.Split(" = ")[0].Split(' ')[^1]
        : Signature.Split('(', '{', '<', '[')[0].Trim().Split(' ')[^1];

    public static ApiLine Parse(string line)
    {
        var columns = line.Split('\t');
        return new ApiLine(columns[1], columns[2], columns[3].Split("  [")[0]);
    }

    public override string ToString() => $"{Type}: {Signature}";
}
