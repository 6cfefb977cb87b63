namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>Options name a lint rule that there is not.</summary>
    public const string UnknownLintRule = "KILN1060";

    /// <summary>A file that is to be judged is no text, or too large for a Dockerfile.</summary>
    public const string NotADockerfile = "KILN1061";

    /// <summary>Dockerfiles have findings that fail the build.</summary>
    public const string LintFailed = "KILN3040";
}
