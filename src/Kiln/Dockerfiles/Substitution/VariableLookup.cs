using Kiln.Primitives;

namespace Kiln.Dockerfiles.Substitution;

/// <summary>The variables of one expansion, with a memory of what was asked.</summary>
sealed class VariableLookup(Func<string, string?> variables)
{
    readonly List<string> _used = [];
    readonly List<string> _unset = [];

    public ValueList<string> Used => _used.Distinct().ToValueList();

    public ValueList<string> Unset => _unset.Distinct().ToValueList();

    /// <summary>The value, for a word that has nothing else to say.</summary>
    public string? Read(string name)
    {
        var value = Ask(name);
        if (value is null)
            _unset.Add(name);
        return value;
    }

    /// <summary>The value, for a word that has an answer ready if there is none.</summary>
    public string? Ask(string name)
    {
        var value = variables(name);
        if (value is not null)
            _used.Add(name);
        return value;
    }
}
