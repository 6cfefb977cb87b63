namespace Kiln.Buildx.Builders;

/// <summary>A builder in a few words.</summary>
static class BuilderSummary
{
    /// <summary>For example <c>BuildKit v0.32.2, 2 nodes: linux/amd64, linux/arm64</c>.</summary>
    internal static string Of(BuilderFacts builder)
    {
        var versions = string.Join(" and ", builder.Nodes.Select(x => x.BuildKitVersion).Where(x => x.Length > 0).Distinct());
        var platforms = string.Join(", ", builder.Nodes.SelectMany(x => x.Platforms).Select(x => $"{x.Os}/{x.Architecture}").Distinct());
        return $"BuildKit {(versions.Length > 0 ? versions : "of an unknown version")}"
            + $"{(builder.Nodes.Count > 1 ? $", {builder.Nodes.Count} nodes" : "")}{(platforms.Length > 0 ? $": {platforms}" : "")}";
    }
}
