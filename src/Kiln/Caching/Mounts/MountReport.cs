using System.Globalization;
using Kiln.Primitives;

namespace Kiln.Caching.Mounts;

/// <summary>What the steps of <see cref="MountDockerfile"/> say of one mount, in a line that people can read too.</summary>
/// <param name="Image">The image's name.</param>
/// <param name="Index">Which of its mounts.</param>
/// <param name="Deed"><c>seeded</c>, <c>packed</c> or <c>too-large</c>.</param>
/// <param name="Size">In bytes, as the mount's files take up.</param>
sealed record MountReport(string Image, int Index, string Deed, long Size)
{
    const string Word = "kiln-mount";
    const long Kilobyte = 1024;

    internal static string Mark(string image, int index) => $"{Word} {image} {index}";

    /// <summary>The reports among printed lines, by image and mount; anything else is passed over.</summary>
    internal static ValueList<MountReport> In(IEnumerable<string> lines) => lines.Select(Read).OfType<MountReport>()
        .OrderBy(x => x.Image, StringComparer.Ordinal).ThenBy(x => x.Index).ToValueList();

    static MountReport? Read(string line) => line.Trim().Split(' ') is [Word, var image, var index, var deed, var size]
        && int.TryParse(index, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(size, CultureInfo.InvariantCulture, out var kilobytes)
            ? new MountReport(image, number, deed, kilobytes * Kilobyte)
            : null;
}
