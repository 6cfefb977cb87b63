using System.Text.RegularExpressions;

namespace Kiln.Dockerfiles.RemoteSources;

/// <summary>User, host and port of an address; the port is part of <paramref name="Host"/>, as in Go.</summary>
sealed partial record GoAuthority(string? User, string Host)
{
    const string HostSigns = "!$&'()*+,;=:[]<>\"";
    const string UserSigns = "$&+,;=";

    /// <summary>Null for what Go refuses, such as <c>host:org</c>, where a port should be.</summary>
    public static GoAuthority? Parse(string text)
    {
        var at = text.LastIndexOf('@');
        var host = ParseHost(text[(at + 1)..]);
        var user = at < 0 ? null : ParseUser(text[..at]);
        return host is null || (at >= 0 && user is null) ? null : new GoAuthority(user, host);
    }

    /// <summary>Escaped anew, as Go does.</summary>
    public override string ToString() =>
        $"{(User is null ? "" : $"{User}@")}{PercentEncoding.Encode(Host, HostSigns)}";

    static string? ParseHost(string text) =>
        HostForm().IsMatch(text) && text.All(x => !char.IsAscii(x) || x == '%' || PercentEncoding.IsPlain(x, HostSigns))
            ? PercentEncoding.Decode(text)
            : null;

    static string? ParseUser(string text)
    {
        var isWellWritten = text.All(x => PercentEncoding.IsPlain(x, $"{UserSigns}:!'()*%@"));
        var parts = text.Split(':', 2).Select(PercentEncoding.Decode).ToArray();
        return isWellWritten && parts.All(x => x is not null)
            ? string.Join(':', parts.Select(x => PercentEncoding.Encode(x!, UserSigns)))
            : null;
    }

    // A name or an address in brackets, then perhaps a port, whose digits may be missing. In a host only a percent sign
    // and what is not ASCII can be escaped.
    [GeneratedRegex(@"\A(?:\[[^\]%]*(?:%25[^\]]*)?\]|(?!\[)(?:[^:%]|%25|%[89A-Fa-f][0-9A-Fa-f])*)(?::[0-9]*)?\z")]
    private static partial Regex HostForm();
}
