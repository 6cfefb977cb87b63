using Kiln.Buildx;
using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>Which Dockerfiles are judged, and how.</summary>
public sealed record LintRequest
{
    /// <summary>The images whose Dockerfiles are judged; several of one file are judged together.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>Where reports go, below <c>lint</c>.</summary>
    public required BuildFolders Folders { get; init; }

    /// <summary>Default: all rules that are not optional; errors fail.</summary>
    public LintOptions Options { get; init; } = new();
}
