using System.Globalization;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Java;

/// <summary>Versions of Java that there are images for.</summary>
static class JavaVersion
{
    // Those with long support; the others get no images any more when their half year is over.
    static readonly int[] Supported = [8, 11, 17, 21, 25];

    /// <summary>
    /// The first with long support that compiles for the version: <c>1.8</c> is 8, 16 needs 17. A newer one than those is taken as it is.
    /// </summary>
    public static string For(string? asked)
    {
        var text = asked?.StartsWith("1.", StringComparison.Ordinal) is true ? asked[2..] : asked;
        if (Versions.First(text, 1) is not { } number)
            return BaseTags.Java;
        var version = int.Parse(number, CultureInfo.InvariantCulture);
        return (Supported.FirstOrDefault(x => x >= version) is var found and > 0 ? found : version).ToString(CultureInfo.InvariantCulture);
    }
}
