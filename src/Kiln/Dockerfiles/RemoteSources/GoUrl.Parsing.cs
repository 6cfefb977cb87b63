using System.Text.RegularExpressions;

namespace Kiln.Dockerfiles.RemoteSources;

sealed partial record GoUrl
{
    /// <summary>Null for what Go does not take for an address.</summary>
    public static GoUrl? Parse(string text)
    {
        var (address, writtenFragment) = Cut(text, '#');
        var hasEmptyQuery = address.IndexOf('?') is var mark and >= 0 && mark == address.Length - 1;
        var (place, query) = Cut(address, '?');
        var scheme = SchemeBefore().Match(place).Value;
        var (authority, path) = scheme.Length > 0 ? CutBefore(place[scheme.Length..], '/') : ("", place);

        if (address.Any(x => x is < ' ' or (char)0x7F) ||
            GoAuthority.Parse(authority) is not { } parsed ||
            PercentEncoding.Decode(path) is not { } decodedPath ||
            PercentEncoding.Decode(writtenFragment) is not { } fragment)
            return null;

        return new GoUrl
        {
            Scheme = scheme.ToLowerInvariant().TrimEnd('/', ':'),
            Authority = parsed,
            Path = decodedPath,
            WrittenPath = path,
            Query = query,
            HasEmptyQuery = hasEmptyQuery,
            Fragment = fragment,
        };
    }

    static (string Before, string After) Cut(string text, char sign) =>
        text.IndexOf(sign) is var at and >= 0 ? (text[..at], text[(at + 1)..]) : (text, "");

    static (string Before, string After) CutBefore(string text, char sign) =>
        text.IndexOf(sign) is var at and >= 0 ? (text[..at], text[at..]) : (text, "");

    [GeneratedRegex(@"\A[a-zA-Z]+://")]
    private static partial Regex SchemeBefore();
}
