using Kiln.Dockerfiles;
using Kiln.Images;

namespace Kiln.Buildx;

/// <summary>A folder that is sent to BuildKit, and the ignore file that tells what of it.</summary>
sealed record SentFolder(string Folder, string? IgnoreFile)
{
    internal static SentFolder Of(ImageSpec image) => new(image.Context, image.IgnoreFile());

    internal static SentFolder Of(BuildContext.Folder context) => new(context.Path, DockerIgnore.FileOf(context.Path, File.Exists));

    /// <summary>The image's own context, and the folders among the named ones that its Dockerfile uses; each with a name for people.</summary>
    internal static IEnumerable<(SentFolder Folder, string Name)> AllOf(ImageSpec image, ImageGraph graph) => graph.UsesOf(image)
        .Select(x => x.Name).Distinct()
        .Select(x => (Name: x, Context: image.NamedContexts.GetValueOrDefault(x) as BuildContext.Folder))
        .Where(x => x.Context is not null)
        .Select(x => (Of(x.Context!), $"{image.Name} ({x.Name})"))
        .Prepend((Of(image), image.Name));
}
