namespace Kiln.Dockerfiles.Substitution;

sealed partial class WordLexer
{
    string? WithModifier(string name, string colon, char? modifier)
    {
        var isPattern = modifier is '#' or '%';
        if (isPattern && colon.Length > 0)
            return Unsupported($"{colon}{modifier}");
        if (ExpandNested('}', keepsEscapes: isPattern) is not { } operand)
            return null;

        var value = modifier is '-' or '+' ? variables.Ask(name) : variables.Read(name);
        if (value is null && unset is UnsetVariables.Keep)
            return $"${{{name}{colon}{modifier}{operand}}}";

        var isMissing = value is null || (colon.Length > 0 && value.Length == 0);
        return modifier switch
        {
            '-' => isMissing ? operand : value,
            '+' => isMissing ? "" : operand,
            '?' => isMissing ? Required(name, value, operand) : value,
            '#' or '%' => Trimmed(modifier.Value, value ?? "", operand),
            _ => Unsupported($"{colon}{modifier}"),
        };
    }

    string? Required(string name, string? value, string message) =>
        Fail($"{name} must {(value is null ? "be set" : "not be empty")}{(message.Length > 0 ? $": {message}" : "")}");

    // A doubled character asks for the longest match. It counts after expansion, so it may come out of a variable.
    string? Trimmed(char modifier, string value, string operand)
    {
        var isGreedy = operand.StartsWith(modifier);
        var text = isGreedy ? operand[1..] : operand;
        var pattern = modifier == '#' ? ShellPattern.ForStart(text, isGreedy) : ShellPattern.ForEnd(text, isGreedy);
        return pattern.Fault is { } fault ? Fail(fault) : pattern.Trim(value);
    }

    string? Replaced(string name)
    {
        var isAll = _scanner.Peek is '/';
        if (isAll)
            _scanner.Next();
        if (ExpandNested('/', keepsEscapes: true) is not { } search ||
            ExpandNested('}', keepsEscapes: true) is not { } replacement)
            return null;

        var value = variables.Read(name);
        if (value is null && unset is UnsetVariables.Keep)
            return $"${{{name}/{search}/{replacement}}}"; // one slash even where there were two, as in BuildKit

        var pattern = ShellPattern.Anywhere(search);
        if (pattern.Fault is { } fault)
            return Fail(fault);
        return isAll ? pattern.ReplaceAll(value ?? "", replacement) : pattern.ReplaceFirst(value ?? "", replacement);
    }
}
