using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Dockerfiles.Substitution;

sealed partial class ShellPattern
{
    public string ReplaceFirst(string value, string replacement) =>
        _expression!.Match(value) is { Success: true } match
            ? $"{value.AsSpan(0, match.Index)}{replacement}{value.AsSpan(match.Index + match.Length)}"
            : value;

    // Go's ReplaceAllString: unlike .NET's it takes no empty match right behind another one.
    public string ReplaceAll(string value, string replacement)
    {
        var (result, copied) = (new StringBuilder(), 0);
        for (var match = _expression!.Match(value); match.Success; match = match.NextMatch())
        {
            // Go counts code points and does not look between the halves of one.
            if (match.Index > 0 && char.IsSurrogatePair(value, match.Index - 1))
                continue;

            result.Append(value, copied, match.Index - copied);
            if (match.Index + match.Length > copied || match.Index == 0)
                result.Append(FillIn(replacement, match.Value));
            copied = match.Index + match.Length;
        }

        return result.Append(value, copied, value.Length - copied).ToString();
    }

    // In Go a replacement is a template, though BuildKit does not mention it: $0 is what was matched, any other name
    // has no meaning here and vanishes, $$ is a dollar sign. Only ${x//…} uses it, ${x/…} does not.
    static string FillIn(string template, string match) => Reference().Replace(template, x => x.Value switch
    {
        "$$" => "$",
        _ => int.TryParse(x.Groups["name"].Value, out var number) && number == 0 ? match : "",
    });

    [GeneratedRegex(@"\$(?:\$|\{(?<name>[\p{L}\p{Nd}_]+)\}|(?<name>[\p{L}\p{Nd}_]+))")]
    private static partial Regex Reference();
}
