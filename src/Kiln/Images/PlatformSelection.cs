using Kiln.Primitives;

namespace Kiln.Images;

/// <summary>Images for some of their platforms only: what a machine builds that is one of several.</summary>
public static class PlatformSelection
{
    /// <summary>
    /// The images, each for those of its platforms that are named. One that has none of them stays as it is: another one may be made from it. All
    /// as they are where no platform is named; KILN1034 for one that no image is for.
    /// </summary>
    public static ValueList<ImageSpec> Narrow(ValueList<ImageSpec> images, ValueList<Platform> platforms)
    {
        var known = images.SelectMany(x => x.Platforms).Distinct().ToArray();
        if (platforms.FirstOrDefault(x => !known.Contains(x)) is { } unknown)
        {
            throw new KilnException(
                ErrorCodes.PlatformSelectionInvalid,
                $"No image is built for {unknown}; the build's are for {string.Join(", ", known.AsEnumerable())}. Correct --only-platforms, or name it among an image's Platforms.");
        }

        return images.Select(x => Chosen(x, platforms) is { Count: > 0 } chosen ? x with { Platforms = chosen } : x).ToValueList();
    }

    /// <summary>
    /// The names of the images that are meant: of those that are named, or of all, the ones for at least one of the platforms. KILN1024 for a name
    /// that no image has, KILN1034 where none of the named ones is for any of the platforms.
    /// </summary>
    public static ValueList<string> Names(ValueList<ImageSpec> images, ValueList<string> names, ValueList<Platform> platforms)
    {
        var named = ImageSelection.Named(images, names);
        if (platforms.Count == 0)
            return names;
        var meant = named.Where(x => Chosen(x, platforms).Count > 0).Select(x => x.Name).ToValueList();
        return meant.Count > 0 || named.Count == 0 ? meant : throw new KilnException(
            ErrorCodes.PlatformSelectionInvalid,
            $"None of {string.Join(", ", named.Select(x => $"'{x.Name}'"))} is built for {string.Join(", ", platforms)}. Correct --only-images or --only-platforms.");
    }

    /// <summary>KILN1034 where something is about to be published of which some platforms are missing.</summary>
    public static void RequireWhole(ValueList<Platform> platforms)
    {
        if (platforms.Count == 0)
            return;
        throw new KilnException(
            ErrorCodes.PlatformSelectionInvalid,
            $"What is built with --only-platforms {string.Join(' ', platforms)} is a part of an image, and is not pushed. Bring the parts of all platforms together, "
            + "and run 'Assemble Push' there.");
    }

    static ValueList<Platform> Chosen(ImageSpec image, ValueList<Platform> platforms) => image.Platforms.Where(platforms.Contains).ToValueList();
}
