using Kiln.Locking.Enforcement;
using Kiln.Primitives;

namespace Kiln.Locking.Needs;

/// <summary>What the images of a build take from outside, as their Dockerfiles say.</summary>
public sealed record BuildNeeds
{
    /// <summary>What the lock must hold, once for each line that names it.</summary>
    public ValueList<RequiredInput> Required { get; init; }

    /// <summary>The same by the images that take it.</summary>
    public ValueList<ImageUse> Uses { get; init; }

    /// <summary>What Dockerfiles pin themselves: downloads with a checksum, repositories at a commit.</summary>
    public ValueList<PinnedSource> SelfPinned { get; init; }

    /// <summary>The images' own steps, some of which may reach a network.</summary>
    public ValueList<ImageStep> Steps { get; init; }

    /// <summary>What BuildKit's own frontend would object to in the Dockerfiles, with line and column; a newer one may not.</summary>
    public ValueList<string> Objections { get; init; }

    /// <summary>Reads the Dockerfiles of all images. KILN6006 lists whatever cannot be known from them.</summary>
    /// <param name="images">Whose Dockerfiles exist.</param>
    /// <param name="buildPlatform">What BuildKit runs on.</param>
    /// <param name="root">The folder that messages name files from.</param>
    public static BuildNeeds Of(ValueList<ImageSpec> images, Platform buildPlatform, string root) =>
        new NeedsReader(images, buildPlatform, root).Read();
}
