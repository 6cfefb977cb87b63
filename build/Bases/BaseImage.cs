using Kiln;
using Kiln.Primitives;

namespace Bases;

/// <summary>A base image that samples start from, and its stand-in.</summary>
/// <param name="Reference">What Dockerfiles write.</param>
/// <param name="Name">The stand-in's folder under <c>build/bases</c>.</param>
/// <param name="Platforms">What the stand-in is made for.</param>
/// <param name="Start">The stand-in that its Dockerfile starts from; null for the one that debootstrap makes.</param>
sealed record BaseImage(ImageReference Reference, string Name, ValueList<Platform> Platforms, BaseImage? Start = null)
{
    static readonly BaseImage Debian = new(ImageReference.Parse("debian:trixie-slim"), "debian", [Platform.LinuxAmd64]);

    /// <summary>What the samples' Dockerfiles name.</summary>
    internal static readonly ValueList<BaseImage> OfSamples =
    [
        new(ImageReference.Parse("golang:1.24"), "golang", [Platform.LinuxAmd64], Debian),
        new(
            ImageReference.Parse("gcr.io/distroless/static-debian12:nonroot"),
            "distroless-static",
            [Platform.LinuxAmd64, Platform.LinuxArm64],
            Debian),
    ];
}
