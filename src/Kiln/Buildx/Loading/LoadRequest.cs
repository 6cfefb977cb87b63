using Kiln.Commits;
using Kiln.Primitives;

namespace Kiln.Buildx.Loading;

/// <summary>Which images an engine shall be able to run, and under which names.</summary>
public sealed record LoadRequest
{
    /// <summary>The engine that gets them.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>The images of the build.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>What the tag is taken from where an image names none. Default: none; then it is <c>latest</c>, as Docker has it.</summary>
    public SourceCommit? Commit { get; init; }

    /// <summary>Tags for all images instead of their own. Default: none.</summary>
    public ValueList<string> Tags { get; init; }

    /// <summary>Whether it was asked for, so that a load that fails is an error and not only said. Default: no.</summary>
    public bool IsRequired { get; init; }
}
