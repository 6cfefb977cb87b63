using System.Globalization;

namespace Kiln.Locking;

/// <summary>
/// Which of an image's platforms run where another is wanted: the same one, or an older variant of the same processor
/// (containerd's platforms package, <c>platformVector</c>). That table also lets 386 stand for amd64 and 32-bit ARM for
/// arm64; here that is the wrong architecture.
/// </summary>
static class PlatformFit
{
    public static bool Serves(Platform have, Platform want) =>
        have == want
        || (have.Os, have.Architecture) == (want.Os, want.Architecture)
            && Generation(have) is { } older && Generation(want) is { } newer && older <= newer;

    static int? Generation(Platform platform) => (platform.Architecture, platform.Variant) switch
    {
        ("amd64", null) => 1,
        ("arm64", null) => 8,
        ("amd64" or "arm" or "arm64", ['v', .. var number])
            when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ => null,
    };
}
