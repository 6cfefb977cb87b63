using Kiln.Buildx;
using Kiln.Commits;
using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.Promoting;

/// <summary>Everything that one promotion depends on.</summary>
public sealed record PromoteRequest
{
    /// <summary>What to promote; each was pushed before.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>Where they are.</summary>
    public required RegistryNamespace From { get; init; }

    /// <summary>Where they go. The same place as <see cref="From"/> only gets tags.</summary>
    public required ValueList<RegistryNamespace> To { get; init; }

    /// <summary>Where what is published is written down, and blobs wait on their way.</summary>
    public required BuildFolders Folders { get; init; }

    /// <summary>The tag or, for one image, the digest that is promoted. Default: the commit's tag.</summary>
    public string? Source { get; init; }

    /// <summary>The tags that the promoted images get.</summary>
    public ValueList<string> Tags { get; init; }

    /// <summary>What the default source is taken from. Default: none; then a source has to be named.</summary>
    public SourceCommit? Commit { get; init; }

    /// <summary>Credentials and patience for registries. Default: what <c>docker login</c> stored.</summary>
    public RegistryOptions Access { get; init; } = new();

    /// <summary>The file that GitHub takes a step's outputs from. Default: none.</summary>
    public string? GitHubOutput { get; init; }
}
