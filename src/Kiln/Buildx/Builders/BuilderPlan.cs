using System.Text;
using Kiln.Caching;
using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>
/// A builder that Kiln makes. Its name comes from all that it is made of, so that the same description finds the same builder with its cache,
/// and another one makes another.
/// </summary>
/// <param name="Driver">As buildx calls it: <c>docker-container</c>, <c>remote</c> or <c>kubernetes</c>.</param>
/// <param name="Site">What the nodes' places are relative to: an engine, a cluster's configuration.</param>
/// <param name="Nodes">At least one.</param>
sealed record BuilderPlan(string Driver, string Site, ValueList<PlannedNode> Nodes)
{
    /// <summary>For example <c>kiln-0a1b2c3d4e5f</c>.</summary>
    internal string Name => $"kiln-{Digest.OfBytes(Encoding.UTF8.GetBytes(string.Join('\0', Parts))).Short}";

    IEnumerable<string> Parts => [Driver, Site, .. Nodes.SelectMany((x, i) => x.Parts.Prepend($"node {i}"))];

    internal string NodeName(int index) => $"{Name}-{index}";

    /// <summary>What comes after <c>buildx</c> to make one node.</summary>
    /// <param name="index">Which.</param>
    /// <param name="isFirst">Whether the builder is made with it; else it is added.</param>
    /// <param name="configurationFile">Where the node's configuration lies, if it has one.</param>
    internal ValueList<string> CreationArguments(int index, bool isFirst, string? configurationFile)
    {
        var node = Nodes[index];
        return
        [
            "create", "--name", Name, "--node", NodeName(index),
            .. isFirst ? Array.Empty<string>() : ["--append"],
            "--driver", Driver,
            .. node.Platforms.Count == 0 ? Array.Empty<string>() : ["--platform", string.Join(',', node.Platforms)],
            // Each is read as a line of comma-separated values, and some hold commas.
            .. node.Options.SelectMany(x => new[] { "--driver-opt", CommaSeparated.Write([$"{x.Key}={x.Value}"]) }),
            .. node.Flags.Count == 0 ? Array.Empty<string>() : ["--buildkitd-flags", string.Join(' ', node.Flags)],
            .. configurationFile is null ? Array.Empty<string>() : ["--buildkitd-config", configurationFile],
            .. node.Endpoint is null ? Array.Empty<string>() : [node.Endpoint],
        ];
    }
}
