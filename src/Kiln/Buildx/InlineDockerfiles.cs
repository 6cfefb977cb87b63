namespace Kiln.Buildx;

/// <summary>
/// Dockerfiles that are text in the build, written where buildx finds them: then a failed step is told as for any other file,
/// and bake takes nothing in the text for a template.
/// </summary>
static class InlineDockerfiles
{
    internal static async Task WriteAsync(BuildRequest request, CancellationToken cancellationToken)
    {
        foreach (var image in request.Images.Where(x => x.InlineDockerfile is not null))
        {
            var file = request.Folders.DockerfileOf(image);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, image.InlineDockerfile, cancellationToken);
        }
    }
}
