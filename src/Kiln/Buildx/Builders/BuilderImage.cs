using Kiln.Locking;
using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>The image that a builder's description names, as far as a lock has to pin it.</summary>
public static class BuilderImage
{
    /// <summary>Nothing where no image runs, or its digest is written out: that is the same on every machine.</summary>
    public static ValueList<RequiredInput> ToLock(Builder builder, Platform platform) =>
        BuilderPlans.ImageOf(builder) is { Digest: null } image
            ? [new RequiredInput.Image(image, platform) { Place = new InputPlace("the build's Builder", 0) { IsFile = false } }]
            : [];

    /// <summary>Where it is and what it means by the lock; null where the lock need not say, or it may float.</summary>
    public static ImageReference? In(ValueMap<ImageReference> locked, Builder builder) =>
        ToLock(builder, Platform.LinuxAmd64) is [var input] ? locked.GetValueOrDefault(input.Key) : null;
}
