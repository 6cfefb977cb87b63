namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A pattern in a .dockerignore file is malformed.</summary>
    public const string InvalidIgnorePattern = "KILN1040";

    /// <summary>The folder that an image is built from does not exist.</summary>
    public const string ContextNotFound = "KILN1041";

    /// <summary>A file of the build context could not be read or copied.</summary>
    public const string ContextNotReadable = "KILN1042";

    /// <summary>A file of the build context changed or vanished while it was copied.</summary>
    public const string ContextChanged = "KILN1043";

    /// <summary>The staging folder lies where it would become part of the context, or holds it.</summary>
    public const string InvalidStagingFolder = "KILN1044";
}
