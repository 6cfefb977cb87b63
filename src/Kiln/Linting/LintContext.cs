using Kiln.Dockerfiles;

namespace Kiln.Linting;

/// <summary>A file of a build context.</summary>
/// <param name="Path">Relative to the context, with slashes.</param>
/// <param name="Size">In bytes.</param>
public sealed record ContextFile(string Path, long Size);

/// <summary>What is known of the folder that a Dockerfile is built with.</summary>
/// <param name="list">Lists what is sent; asked only when a rule wants to know.</param>
/// <param name="ignore">What is left out.</param>
/// <param name="hasIgnoreFile">There is a <c>.dockerignore</c>, perhaps an empty one.</param>
public sealed class LintContext(Func<IEnumerable<ContextFile>> list, DockerIgnore ignore, bool hasIgnoreFile)
{
    /// <summary>The files that are sent to the engine: all that <c>.dockerignore</c> does not leave out.</summary>
    public IReadOnlyList<ContextFile> Sent => field ??= [.. list()];

    /// <summary>What is left out.</summary>
    public DockerIgnore Ignore { get; } = ignore;

    /// <summary>There is a <c>.dockerignore</c>, perhaps an empty one.</summary>
    public bool HasIgnoreFile { get; } = hasIgnoreFile;
}
