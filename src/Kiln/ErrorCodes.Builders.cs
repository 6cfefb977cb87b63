namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A builder cannot write OCI layouts.</summary>
    public const string BuilderCannotExport = "KILN3030";

    /// <summary>A builder is not there, cannot be made, or does not answer.</summary>
    public const string BuilderUnavailable = "KILN3031";

    /// <summary>A builder cannot read or write a kind of cache.</summary>
    public const string BuilderLacksCache = "KILN3032";

    /// <summary>A builder cannot run the steps of a platform.</summary>
    public const string BuilderLacksPlatform = "KILN3033";

    /// <summary>A builder's BuildKit is too old.</summary>
    public const string BuildKitTooOld = "KILN3034";

    /// <summary>A builder does not grant what steps ask for.</summary>
    public const string BuilderRefusesEntitlement = "KILN3035";

    /// <summary>A builder is not described as buildx would take it.</summary>
    public const string InvalidBuilder = "KILN3036";
}
