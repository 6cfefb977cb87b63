using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>One node of a builder, in the words of <c>buildx create</c>.</summary>
sealed record PlannedNode
{
    /// <summary>Where it is. Default: the engine that buildx talks to.</summary>
    internal string? Endpoint { get; init; }

    /// <summary>Default: what the node says that it can.</summary>
    internal ValueList<Platform> Platforms { get; init; }

    /// <summary><c>--driver-opt</c>. Default: none.</summary>
    internal ValueMap<string> Options { get; init; }

    /// <summary><c>--buildkitd-flags</c>. Default: none.</summary>
    internal ValueList<string> Flags { get; init; }

    /// <summary>The text of a <c>buildkitd.toml</c>. Default: none.</summary>
    internal string? Configuration { get; init; }

    internal IEnumerable<string> Parts =>
    [
        $"endpoint {Endpoint}",
        .. Platforms.Select(x => $"platform {x}"),
        .. Options.Select(x => $"option {x.Key}={x.Value}"),
        .. Flags.Select(x => $"flag {x}"),
        $"configuration {Configuration}",
    ];
}
