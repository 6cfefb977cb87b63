namespace Kiln.Dockerfiles.RemoteSources;

/// <summary>The query of an address, as Go's <c>net/url</c> reads it: a part with a fault is left out.</summary>
sealed record UrlQuery(ILookup<string, string> Values, bool HasFault)
{
    public static UrlQuery Parse(string text)
    {
        var parts = text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Part).ToArray();
        var good = parts.Where(x => x.Key is not null && x.Value is not null);
        return new UrlQuery(
            good.ToLookup(x => x.Key!, x => x.Value!, StringComparer.Ordinal),
            HasFault: parts.Any(x => x.Key is null || x.Value is null));
    }

    // Go gave up the semicolon as a separator and now takes it for a fault.
    static (string? Key, string? Value) Part(string part)
    {
        if (part.Contains(';'))
            return (null, null);
        var cut = part.IndexOf('=') is var at and >= 0 ? at : part.Length;
        return (Decode(part[..cut]), Decode(cut < part.Length ? part[(cut + 1)..] : ""));
    }

    static string? Decode(string text) => PercentEncoding.Decode(text.Replace('+', ' '));
}
