namespace Kiln.Dockerfiles.Inputs;

/// <summary>Something that a build takes from outside, and the line that says so.</summary>
public abstract record ExternalInput
{
    ExternalInput(int line) => Line = line;

    /// <summary>Where it is named, counted from 1.</summary>
    public int Line { get; }

    /// <summary>An image of a registry.</summary>
    public sealed record Image(ImageReference Reference, Platform Platform, ImageRole Role, int Line) : ExternalInput(Line);

    /// <summary>A file that <c>ADD</c> downloads.</summary>
    /// <param name="Address">http or https.</param>
    /// <param name="Checksum">What the instruction itself demands by <c>--checksum</c>; null where it demands nothing.</param>
    /// <param name="Line">Where it is named.</param>
    public sealed record Url(string Address, string? Checksum, int Line) : ExternalInput(Line);

    /// <summary>A repository that <c>ADD</c> clones.</summary>
    public sealed record Git(RemoteSource.Git Source, int Line) : ExternalInput(Line);
}

/// <summary>What an image is taken for.</summary>
public enum ImageRole
{
    /// <summary><c>FROM</c>.</summary>
    Base,

    /// <summary><c>COPY --from</c>.</summary>
    CopySource,

    /// <summary><c>RUN --mount=from=…</c>.</summary>
    MountSource,

    /// <summary><c># syntax=</c>: the program that reads the Dockerfile.</summary>
    Frontend,
}
