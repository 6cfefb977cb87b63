namespace Kiln.Workflows;

/// <summary>What a machine runs; its shell and the way to call the build follow from it.</summary>
public enum RunnerSystem
{
    /// <summary>Scripts are bash's.</summary>
    Linux,

    /// <summary>Scripts are PowerShell's.</summary>
    Windows,

    /// <summary>Scripts are bash's.</summary>
    MacOs,
}
