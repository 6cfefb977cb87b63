namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A build references two engines: Kiln's own and NUKE. Said by the package's targets before anything is compiled.</summary>
    public const string TwoEngines = "KILN1050";

    /// <summary>A build references Kiln's packages in several versions. Said by the package's targets before anything is compiled.</summary>
    public const string SeveralVersions = "KILN1051";

    /// <summary>A target was named that the build does not have.</summary>
    public const string TargetUnknown = "KILN1052";
}
