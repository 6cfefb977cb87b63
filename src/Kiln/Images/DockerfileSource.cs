using Kiln.Dockerfiles;

namespace Kiln.Images;

/// <summary>The one place that knows whether an image's Dockerfile is a file or text in the build.</summary>
static class DockerfileSource
{
    /// <summary>Whether there is one: inline text always is.</summary>
    internal static bool HasDockerfile(this ImageSpec image) => image.InlineDockerfile is not null || File.Exists(image.DockerfilePath);

    /// <summary>Its text; a file must be there.</summary>
    internal static string ReadDockerfile(this ImageSpec image) => image.InlineDockerfile ?? File.ReadAllText(image.DockerfilePath);

    /// <summary>Its tree; a file must be there.</summary>
    internal static Dockerfile ParseDockerfile(this ImageSpec image) => Dockerfile.Parse(
        image.ReadDockerfile(),
        image.InlineDockerfile is null ? image.DockerfilePath : image.InlineName());

    /// <summary>For messages: the quoted path, or whose inline text it is.</summary>
    internal static string DockerfileName(this ImageSpec image) =>
        image.InlineDockerfile is null ? $"'{image.DockerfilePath}'" : image.InlineName();

    /// <summary>For messages that name the image before.</summary>
    internal static string OwnDockerfile(this ImageSpec image) => image.InlineDockerfile is null ? image.DockerfileName() : "its inline Dockerfile";

    /// <summary>For messages about inline text, which no editor can jump to.</summary>
    internal static string InlineName(this ImageSpec image) => $"image '{image.Name}', inline Dockerfile";

    /// <summary>The ignore file of its context, or null. Beside inline text none can lie.</summary>
    internal static string? IgnoreFile(this ImageSpec image) => image.InlineDockerfile is null
        ? DockerIgnore.FileFor(image.DockerfilePath, image.Context, File.Exists)
        : DockerIgnore.FileOf(image.Context, File.Exists);
}
