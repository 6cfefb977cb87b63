using Kiln;
using Kiln.Primitives;

namespace Bases;

/// <summary>A base image that samples start from, and its stand-in.</summary>
/// <param name="Reference">What Dockerfiles write.</param>
/// <param name="Name">The stand-in's folder under <c>build/bases</c>.</param>
sealed record BaseImage(ImageReference Reference, string Name)
{
    /// <summary>What the stand-in is made for.</summary>
    internal ValueList<Platform> Platforms { get; init; } = [Platform.LinuxAmd64];

    /// <summary>The stand-ins that its Dockerfile starts from; none for the one that debootstrap makes.</summary>
    internal ValueList<BaseImage> Starts { get; init; } = [];

    /// <summary>What its Dockerfile takes from this machine.</summary>
    internal ValueList<HostFolder> Folders { get; init; } = [];

    static readonly BaseImage Debian = new(ImageReference.Parse("debian:trixie-slim"), "debian");

    static readonly BaseImage DistrolessStatic = OnDebian("gcr.io/distroless/static-debian12:nonroot", "distroless-static") with
    {
        Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
    };

    static readonly BaseImage DistrolessCc = OnDebian("gcr.io/distroless/cc-debian12:nonroot", "distroless-cc") with { Starts = [Debian, DistrolessStatic] };

    /// <summary>What Dockerfiles of samples name.</summary>
    static readonly ValueList<BaseImage> All =
    [
        Debian,
        OnDebian("debian:latest", "debian-latest"),
        OnDebian("golang:1.24", "golang"),
        DistrolessStatic,
        DistrolessCc,
        OnDebian("node:20-slim", "node") with { Folders = [HostFolder.Certificates] },
        OnDebian("nginxinc/nginx-unprivileged:1.29-alpine", "nginx"),
        OnDebian("python:3.13-slim", "python"),
        OnDebian("maven:3-eclipse-temurin-21", "maven"),
        OnDebian("eclipse-temurin:21-jre", "temurin-jre"),
        OnDebian("rust:1-slim-bookworm", "rust"),
        OnDebian("mcr.microsoft.com/dotnet/sdk:10.0", "dotnet-sdk") with { Folders = [HostFolder.Certificates, HostFolder.DotNet] },
        OnDebian("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled", "dotnet-aspnet") with { Starts = [DistrolessCc], Folders = [HostFolder.DotNet] },
        OnDebian("mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled", "dotnet-deps") with { Starts = [DistrolessCc] },
    ];

    /// <summary>Those that the Dockerfiles of some images name.</summary>
    internal static ValueList<BaseImage> Of(IEnumerable<ImageSpec> images)
    {
        var texts = images.Select(x => x.InlineDockerfile ?? File.ReadAllText(x.DockerfilePath)).ToArray();
        return [.. All.Where(x => x.Names.Any(name => texts.Any(text => text.Contains($" {name} ") || text.Contains($" {name}\n"))))];
    }

    // Docker Hub's own images are written without its name, and 'latest' is left out.
    IEnumerable<string> Names => Reference.Tag == "latest" ? [Reference.Familiar, Reference.Familiar.Replace(":latest", "")] : [Reference.Familiar];

    static BaseImage OnDebian(string reference, string name) => new(ImageReference.Parse(reference), name) { Starts = [Debian] };
}
