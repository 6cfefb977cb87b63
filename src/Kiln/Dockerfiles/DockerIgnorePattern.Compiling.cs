using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Dockerfiles;

public sealed partial class DockerIgnorePattern
{
    const string AnyCharacter = "(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^/\uD800-\uDFFF])"; // Go counts code points, .NET halves of them

    // The common forms need no expression; which they are decides what matches in odd cases, so moby's choice is followed:
    // "a/**" is what begins with "a/", "**/a" is "a" or what ends in "/a", and "**a" is whatever ends in "a".
    static Func<string, bool> Compile(string pattern)
    {
        if (!pattern.AsSpan().ContainsAny(@"*?[]\"))
            return path => path == pattern;

        if (pattern.StartsWith("**", StringComparison.Ordinal) && !pattern.AsSpan(2).ContainsAny(@"*?[]\"))
        {
            var end = pattern[2..];
            return path => path.EndsWith(end, StringComparison.Ordinal) || (end.StartsWith('/') && path == end[1..]);
        }

        if (pattern.EndsWith("**", StringComparison.Ordinal) && !pattern.AsSpan(0, pattern.Length - 2).ContainsAny(@"*?[]\"))
        {
            var start = pattern[..^2];
            return path => path.StartsWith(start, StringComparison.Ordinal);
        }

        var expression = new Regex(ToExpression(pattern), RegexOptions.CultureInvariant);
        return expression.IsMatch;
    }

    static string ToExpression(string pattern)
    {
        var result = new StringBuilder(@"\A");
        for (var at = 0; at < pattern.Length;)
            at += AppendNext(result, pattern, at);
        return result.Append(@"\z").ToString();
    }

    static int AppendNext(StringBuilder result, string pattern, int at)
    {
        switch (pattern.AsSpan(at))
        {
            case ['*', '*', ..]:
                // "**/" and "**" are one; it eats any number of folders, also none.
                var length = pattern.AsSpan(at + 2).StartsWith("/") ? 3 : 2;
                result.Append(at + length == pattern.Length ? ".*" : "(?:.*/)?");
                return length;
            case ['*', ..]:
                result.Append("[^/]*");
                return 1;
            case ['?', ..]:
                result.Append(AnyCharacter);
                return 1;
            case ['\\', var escaped, ..]:
                result.Append(Literal(escaped));
                return 2;
            case [var bracket and ('[' or ']' or '^' or '-'), ..]:
                result.Append(bracket);
                return 1;
            case var rest:
                result.Append(Literal(rest[0]));
                return 1;
        }
    }

    // Good inside brackets too, where Regex.Escape leaves ']' and '-' alone.
    static string Literal(char character) =>
        char.IsAsciiLetterOrDigit(character) || character == '_' || !char.IsAscii(character)
            ? $"{character}"
            : $@"\{character}";
}
