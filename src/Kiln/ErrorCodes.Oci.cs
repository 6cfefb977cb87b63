namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A folder that should be an OCI layout is none.</summary>
    public const string NotALayout = "KILN2030";

    /// <summary>What an OCI layout holds is not what its digests and sizes say.</summary>
    public const string LayoutDamaged = "KILN2031";

    /// <summary>A manifest, index or config cannot be read.</summary>
    public const string UnreadableManifest = "KILN2032";

    /// <summary>Content of another kind stands where an image, an index or a layer is needed.</summary>
    public const string UnexpectedMediaType = "KILN2033";

    /// <summary>A manifest is larger, or an index deeper, than any registry takes.</summary>
    public const string ManifestTooLarge = "KILN2034";

    /// <summary>A layer cannot be unpacked, or unpacks to something else than its config says.</summary>
    public const string UnreadableLayer = "KILN2035";

    /// <summary>An OCI layout holds several images, or none, where one is needed.</summary>
    public const string NotOneImage = "KILN2036";
}
