namespace Kiln.Caching.Backends;

/// <summary>Entries in buildx's own words, with <c>{image}</c>, <c>{platforms}</c> and <c>{ref}</c> in them; KILN1028 where they are none.</summary>
public sealed record CustomCache(string From, string? To = null) : CacheBackend
{
    /// <inheritdoc cref="CustomCache" />
    public string From { get; init; } = Check(From);

    /// <summary>What is written. Default: nothing.</summary>
    public string? To { get; init; } = To is null ? null : Check(To);

    /// <inheritdoc />
    public override string Title => $"the cache of type {Type}";

    /// <inheritdoc />
    public override string Type => CacheEntry.Read(To ?? From)!.Type;

    internal override CacheEntry? Read(CacheScope scope, string reference) => CacheEntry.Read(Fill(From, scope, reference));

    internal override CacheEntry? Write(CacheScope scope, string reference) =>
        To is null ? null : CacheEntry.Read(Fill(To, scope, reference));

    static string Fill(string text, CacheScope scope, string reference) => text
        .Replace("{image}", scope.Image)
        .Replace("{platforms}", scope.PlatformName)
        .Replace("{ref}", RefName.Of(reference));

    static string Check(string text) => CacheEntry.Read(text) is not null
        ? text
        : throw new KilnException(
            ErrorCodes.InvalidCache,
            $"The cache '{text}' is not what buildx takes. Write 'type=…,key=value', for example 'type=registry,ref=harbor.example.com/cache/{{image}}:{{ref}}'.");
}
