using Kiln.Primitives;

namespace Kiln.Caching;

/// <summary>One <c>cache-from</c> or <c>cache-to</c> of a target: a type and its attributes, as buildx knows them.</summary>
public sealed record CacheEntry(string Type, ValueMap<string> Attributes)
{
    /// <summary>Reads <c>type=registry,ref=…</c>; null where it has no type, or a part is no <c>key=value</c>.</summary>
    internal static CacheEntry? Read(string text)
    {
        var parts = CommaSeparated.Read(text).Select(x => x.Split('=', 2)).ToArray();
        if (parts.Any(x => x.Length < 2) || parts.FirstOrDefault(x => x[0] == "type") is not { } type)
            return null;
        return new CacheEntry(
            type[1],
            parts.Where(x => x[0] != "type").Select(x => KeyValuePair.Create(x[0], x[1])).ToValueMap());
    }

    internal CacheEntry With(string attribute, string value) => this with { Attributes = Attributes.With(attribute, value) };

    /// <summary>As text and not as an object: only newer buildx takes objects.</summary>
    public override string ToString() =>
        CommaSeparated.Write([$"type={Type}", .. Attributes.Select(x => $"{x.Key}={x.Value}")]);
}
