namespace Kiln;

/// <summary>
/// What a name in a Dockerfile stands for instead of an image of a registry: <c>FROM</c>, <c>COPY --from</c> and
/// <c>RUN --mount=from</c> take it (https://docs.docker.com/reference/cli/docker/buildx/build/#build-context).
/// </summary>
public abstract record BuildContext
{
    BuildContext() { }

    /// <summary>A folder, sent like an image's own context: a staged copy, without what the folder's <c>.dockerignore</c> leaves out.</summary>
    public static BuildContext OfFolder(string path) => new Folder(path);

    /// <summary>An image of a registry; pinned in the lock, like one that the Dockerfile names. KILN1012 for what is no reference.</summary>
    public static BuildContext OfImage(string reference) => new Image(ImageReference.Parse(reference).WithDefaultTag());

    /// <summary>An OCI layout on this machine that holds one image.</summary>
    public static BuildContext OfLayout(string path) => new Layout(path);

    /// <summary>Another image of this build, under a name that is not its own.</summary>
    public static BuildContext OfBuilt(string image) => new Built(image);

    /// <summary>See <see cref="OfFolder"/>; its path is made absolute.</summary>
    public sealed record Folder(string Path) : BuildContext
    {
        /// <summary>Absolute.</summary>
        public string Path { get; init; } = System.IO.Path.GetFullPath(Path);
    }

    /// <summary>See <see cref="OfImage"/>.</summary>
    public sealed record Image(ImageReference Reference) : BuildContext;

    /// <summary>See <see cref="OfLayout"/>; its path is made absolute.</summary>
    public sealed record Layout(string Path) : BuildContext
    {
        /// <summary>Absolute.</summary>
        public string Path { get; init; } = System.IO.Path.GetFullPath(Path);
    }

    /// <summary>See <see cref="OfBuilt"/>.</summary>
    public sealed record Built(string Name) : BuildContext;
}
