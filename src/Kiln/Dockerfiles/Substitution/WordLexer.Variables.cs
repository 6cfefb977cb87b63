using System.Text;

namespace Kiln.Dockerfiles.Substitution;

sealed partial class WordLexer
{
    string? Variable()
    {
        _scanner.Next();
        if (_scanner.Peek is '{')
            return Braced();

        var name = Name();
        return name.Length == 0 ? "$" : variables.Read(name) ?? Unset($"${name}");
    }

    string? Braced()
    {
        _scanner.Next();
        if (_scanner.Peek is null)
            return Missing('}');
        if (_scanner.Peek is '{' or '}' or ':')
            return Fail("'${' needs the name of a variable");

        var name = Name();
        return _scanner.Next() switch
        {
            null => Missing('}'),
            '}' => variables.Read(name) ?? Unset($"${{{name}}}"),
            ':' => WithModifier(name, ":", _scanner.Next()),
            ('+' or '-' or '?' or '#' or '%') and var modifier => WithModifier(name, "", modifier),
            '/' => Replaced(name),
            var modifier => Unsupported($"{modifier}"),
        };
    }

    // A name, a number, or one of the shell's special parameters, which are a single character. Dockerfiles cannot set
    // the latter, but they are taken for names: $$ is not a dollar sign, it is nothing.
    string Name()
    {
        if (_scanner.Peek is '@' or '*' or '#' or '?' or '-' or '$' or '!')
            return _scanner.Next().ToString()!;

        var number = _scanner.TakeWhile(Rune.IsDigit);
        return number.Length > 0
            ? number
            : _scanner.TakeWhile(x => Rune.IsLetter(x) || Rune.IsDigit(x) || x.Value == '_');
    }

    string Unset(string reference) => unset is UnsetVariables.Keep ? reference : "";

    string? Unsupported(string modifier) =>
        Fail($"'{modifier}' after the name of a variable means nothing; known are :- - :+ + :? ? # ## % %% / and //");
}
