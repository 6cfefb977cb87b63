using System.Globalization;

namespace Kiln.Buildx.Progress;

/// <summary>
/// A step's bracket, taken apart: <c>api linux/arm64 build 3/5</c>. What BuildKit left out is null: the target of a solve with
/// one only, the platform of an image that has one only, the stage of a Dockerfile with one only.
/// </summary>
/// <param name="Target">The bake target.</param>
/// <param name="Platform">The one that the image is for, also where the step runs on another: <c>linux/amd64->arm64</c>.</param>
/// <param name="Stage">Its name, or <c>stage-1</c>.</param>
/// <param name="Number">The step within its stage, from one; a stage's <c>FROM</c> counts where it names an image.</param>
/// <param name="Total">How many the stage has.</param>
sealed record StepPlace(string? Target, string? Platform, string? Stage, int Number, int Total)
{
    /// <summary>Null for a bracket without numbers.</summary>
    internal static StepPlace? Parse(string place, IReadOnlyCollection<string> targets)
    {
        var words = place.Split(' ');
        if (words[^1].Split('/') is not [var number, var total] || !TryRead(number, out var at) || !TryRead(total, out var of))
            return null;
        var rest = words[..^1];
        string? target = null;
        if (targets.Count > 1 && rest.Length > 0 && targets.Contains(rest[0]))
            (target, rest) = (rest[0], rest[1..]);
        string? platform = null;
        if (rest.Length > 0 && rest[0].Contains('/'))
            (platform, rest) = (TargetOf(rest[0]), rest[1..]);
        return new StepPlace(target, platform, rest.Length > 0 ? rest[0] : null, at, of);
    }

    // The operating system is not repeated.
    static string TargetOf(string platform) => platform.Split("->") switch
    {
        [var from, var to] when !to.Contains('/') => $"{from.Split('/')[0]}/{to}",
        [.., var to] => to,
        [] => platform,
    };

    static bool TryRead(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
