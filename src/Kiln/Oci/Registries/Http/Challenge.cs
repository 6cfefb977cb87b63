using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Kiln.Oci.Registries.Http;

/// <summary>How a registry wants to be asked, from <c>WWW-Authenticate</c> (RFC 9110, 11.6.1).</summary>
sealed partial record Challenge(string Scheme, IReadOnlyDictionary<string, string> Parameters)
{
    public static IReadOnlyList<Challenge> Of(HttpResponseMessage message) =>
        [.. message.Headers.WwwAuthenticate.Select(Read)];

    public bool IsBasic => Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase);

    public bool IsBearer =>
        Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && Parameters.ContainsKey("realm");

    static Challenge Read(AuthenticationHeaderValue header)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Parameter().Matches(header.Parameter ?? ""))
            parameters[match.Groups["name"].Value] = match.Groups["quoted"] is { Success: true } quoted
                ? Escaped().Replace(quoted.Value, "$1")
                : match.Groups["token"].Value;
        return new Challenge(header.Scheme, parameters);
    }

    [GeneratedRegex("""(?<name>[A-Za-z0-9_-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<token>[^\s,"]+))""")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}
