namespace Kiln.Caching.Backends;

/// <summary>
/// A container of Azure Blob Storage; the key comes from <c>BUILDKIT_AZURE_STORAGE_SECRET_ACCESS_KEY</c> or the builder's identity. The
/// engine's own builder cannot do this, a container can.
/// </summary>
public sealed record AzureBlobCache(Uri Account, string Container) : CacheBackend
{
    /// <summary>What all names in the container begin with. Default: nothing.</summary>
    public string? Prefix { get; init; }

    /// <inheritdoc />
    public override string Title => $"the container {Container} of {Account.Host}";

    /// <inheritdoc />
    public override string Type => "azblob";

    internal override CacheEntry Read(CacheScope scope, string reference) => Place(scope.At(reference));

    internal override CacheEntry Write(CacheScope scope, string reference) => Place(scope.At(reference)).With("mode", "max");

    CacheEntry Place(string name) => Entry(
        ("account_url", Account.ToString()), ("container", Container), ("name", name), ("prefix", Prefix));
}
