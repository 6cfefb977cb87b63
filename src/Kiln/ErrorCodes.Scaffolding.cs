namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>No folder holds a project of a language that Scaffold knows.</summary>
    public const string NothingToScaffold = "KILN1070";

    /// <summary>A folder could be several projects, or what was chosen is not there.</summary>
    public const string ScaffoldUnclear = "KILN1071";

    /// <summary>Files that Scaffold would write are there already, with other content.</summary>
    public const string ScaffoldWouldOverwrite = "KILN1072";
}
