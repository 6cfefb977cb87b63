namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A rule for old tags cannot be meant.</summary>
    public const string RetentionInvalid = "KILN1080";

    /// <summary>A host or registry does not let something be listed for cleaning up, or deleted.</summary>
    public const string DeletionRefused = "KILN2020";
}
