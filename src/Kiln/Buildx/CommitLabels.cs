using System.Globalization;
using Kiln.Commits;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>What an image says about its source (OCI image specification 1.1, annotations.md).</summary>
static class CommitLabels
{
    /// <summary>What the manifest and the index of an image are annotated with; the image's own win.</summary>
    internal static ValueMap<string> AnnotationsOf(ImageSpec image, SourceCommit? commit) => [.. Of(commit), .. image.Annotations];

    /// <summary>Empty without a commit. Nothing here depends on the machine or the time of the build.</summary>
    internal static ValueMap<string> Of(SourceCommit? commit)
    {
        if (commit is null)
            return [];
        ValueMap<string> labels =
        [
            new("org.opencontainers.image.revision", commit.Hash + (commit.IsDirty ? "-dirty" : "")),
            new("org.opencontainers.image.created", commit.CommitTime.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
        ];
        return commit.RemoteUrl is { } url ? labels.With("org.opencontainers.image.source", url) : labels;
    }
}
