using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Scaffolding.Reading;

/// <summary>Versions as manifests ask for them, loosely: <c>>=20 &lt;25</c>, <c>^3.11</c>, <c>22.x || 24.x</c>, <c>v22.1.0</c>.</summary>
static partial class Versions
{
    /// <summary>The first number of a text with its points: <c>1.24</c> of <c>go1.24rc1</c>; null without one.</summary>
    public static string? First(string? text, int parts)
    {
        var match = Number().Match(text ?? "");
        return match.Success ? string.Join('.', match.Value.Split('.').Take(parts)) : null;
    }

    /// <summary>As a number that can be compared; missing parts are zero.</summary>
    public static Version Of(string text)
    {
        var parts = (First(text, 3) ?? "0").Split('.').Select(x => int.TryParse(x, CultureInfo.InvariantCulture, out var number) ? number : 0);
        int[] three = [.. parts, 0, 0];
        return new Version(three[0], three[1], three[2]);
    }

    /// <summary>The first of the candidates that a range allows; where none is, the first number that the range names, or null.</summary>
    public static string? Pick(string? range, int parts, params IEnumerable<string> candidates) =>
        string.IsNullOrWhiteSpace(range) ? null : candidates.FirstOrDefault(x => Allows(range, x, parts)) ?? First(range, parts);

    /// <summary>Whether a range allows some version that begins like the candidate.</summary>
    static bool Allows(string range, string candidate, int parts) =>
        range.Split("||").Select(x => Comparators().Matches(Span().Replace(x, ">=$1 <=$2")))
            .Any(all => all.Count > 0 && all.All(x => Allows(x, candidate, parts)));

    static bool Allows(Match comparator, string candidate, int parts)
    {
        var sign = comparator.Groups["sign"].Value;
        var text = comparator.Groups["number"].Value;
        var have = Of(candidate);
        var given = text.Split('.').TakeWhile(x => x is not ("x" or "X" or "*")).ToArray();
        if (given.Length == 0)
            return true;
        var named = Of(string.Join('.', given));
        // A candidate of fewer parts stands for all versions that begin with it.
        var rounded = Of(string.Join('.', given.Take(parts)));
        return sign switch
        {
            ">=" or ">" => have >= rounded,
            "<" => have < named && !(given.Length > parts && have > rounded),
            "<=" => have <= named,
            "^" => have >= rounded && have.Major == named.Major,
            // Python's ~=3.11 lets 3.12 in, npm's ~3.11 does not.
            "~" or "~=" when given.Length < 2 || parts < 2 || (sign == "~=" && given.Length == 2) => have >= rounded && have.Major == named.Major,
            "~" or "~=" => have >= rounded && have.Major == named.Major && have.Minor == named.Minor,
            "!=" => given.Length > parts || have != named,
            _ => given.Take(parts).SequenceEqual(candidate.Split('.').Take(given.Length)),
        };
    }

    [GeneratedRegex(@"(\S+)\s+-\s+(\S+)")]
    private static partial Regex Span();

    [GeneratedRegex(@"\d+(?:\.\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<sign>>=|<=|!=|==|~=|[<>^~=]?)\s*v?(?<number>(?:\d+|[xX*])(?:\.(?:\d+|[xX*]))*)")]
    private static partial Regex Comparators();
}
