namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Goes over <c>$name</c> and <c>${name}</c>, and over the beginning of <c>${name:-word}</c>.</summary>
static class ShellSubstitution
{
    /// <summary>
    /// Moves behind what begins at a <c>$</c>. Gives the characters that close what was opened, the innermost last, or
    /// null where BuildKit's lexer reports an error.
    /// </summary>
    public static string? Skip(string text, ref int at)
    {
        at++;
        if (Peek(text, at) != '{')
        {
            at = EndOfName(text, at);
            return "";
        }

        at++;
        if (Peek(text, at) is null or '{' or '}' or ':')
            return null;
        at = EndOfName(text, at);
        return SkipModifier(text, ref at);
    }

    static string? SkipModifier(string text, ref int at)
    {
        var modifier = Peek(text, at++);
        if (modifier == ':')
            return Peek(text, at++) is '+' or '-' or '?' ? "}" : null;
        if (modifier == '/' && Peek(text, at) == '/')
            at++;
        return modifier switch
        {
            '}' => "",
            '+' or '-' or '?' or '#' or '%' => "}",
            '/' => "}/",
            _ => null,
        };
    }

    // A number, one of the shell's own parameters, or letters, digits and underscores; perhaps nothing.
    static int EndOfName(string text, int at)
    {
        if (Peek(text, at) is '@' or '*' or '#' or '?' or '-' or '$' or '!')
            return at + 1;

        var isNumber = Peek(text, at) is { } first && char.IsDigit(first);
        while (Peek(text, at) is { } next && (isNumber ? char.IsDigit(next) : IsPartOfName(next)))
            at++;
        return at;
    }

    static bool IsPartOfName(char character) => char.IsLetterOrDigit(character) || character == '_';

    static char? Peek(string text, int at) => at < text.Length ? text[at] : null;
}
