namespace Kiln.Engine.Parameters;

/// <summary>
/// Variables by parameter name: exactly so, or with any signs and case, with or without a leading NUKE.
/// </summary>
sealed class EnvironmentVariables
{
    readonly IReadOnlyDictionary<string, string> _variables;
    readonly ILookup<string, string> _byPlainName;

    public EnvironmentVariables(IReadOnlyDictionary<string, string> variables)
    {
        _variables = variables;
        _byPlainName = variables.Keys.ToLookup(Plain, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Parameters for which several variables were found. They count as missing; the log is told when there is one.
    /// </summary>
    public HashSet<string> Ambiguous { get; } = [];

    public (string Name, string Value)? Find(string parameterName)
    {
        if (_variables.TryGetValue(parameterName, out var value))
            return (parameterName, value);

        var plain = Plain(parameterName);
        var names = _byPlainName[plain].Concat(_byPlainName["NUKE" + plain]).ToList();
        if (names.Count > 1)
            Ambiguous.Add(parameterName);

        return names is [var only] ? (only, _variables[only]) : null;
    }

    static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
