namespace Kiln.Workflows.Pins;

/// <summary>Which of two versions of an action is the newer.</summary>
static class ActionOrder
{
    /// <summary>By its numbers; what is no semantic version comes before all that are.</summary>
    internal static (long Major, long Minor, long Patch) Of(string version) => SemanticVersion.TryParse(version) is { } x
        ? (Number(x.Major), Number(x.Minor), Number(x.Patch))
        : default;

    static long Number(string digits) => long.TryParse(digits, out var number) ? number : 0;
}
