using System.Text.RegularExpressions;
using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>Holds what a build asks for against what its builder says of itself. Where that says nothing, nothing is found.</summary>
static partial class BuilderFitness
{
    static readonly Version RewritesTimestamps = new(0, 13);
    static readonly Version KnowsGitHubsService = new(0, 20);
    static readonly int ServesGitHubsService = 28;

    const string UseContainer = "Leave the choice to Kiln (Builder.Auto), or say Builder.Container().";

    /// <summary>Everything at once, what is fatal first.</summary>
    internal static ValueList<BuilderFinding> Of(ContainerEngine engine, BuilderNeeds needs) =>
        new[] { Export(engine), BuildKit(engine), Caches(engine, needs), Entitlements(engine, needs), Platforms(engine, needs) }
            .SelectMany(x => x).OrderBy(x => !x.IsFatal).ToValueList();

    static IEnumerable<BuilderFinding> Export(ContainerEngine engine)
    {
        if (engine.Builder.IsOfEngine && !engine.HasContainerdStore)
        {
            yield return new BuilderFinding(
                ErrorCodes.BuilderCannotExport,
                $"the engine's own builder cannot write OCI layouts, since the image store of engine {engine.EngineVersion} is not containerd's",
                "Set \"features\": {\"containerd-snapshotter\": true} in its daemon.json (Engine 23 and newer). Or: " + UseContainer);
        }
    }

    static IEnumerable<BuilderFinding> BuildKit(ContainerEngine engine) => engine.Builder.Nodes
        .Where(x => IsOlder(x, RewritesTimestamps))
        .Select(x => new BuilderFinding(
            ErrorCodes.BuildKitTooOld,
            $"{NodeOf(engine, x)} has BuildKit {x.BuildKitVersion}, and only {RewritesTimestamps} and newer give the same digest for the same files",
            engine.Builder.IsOfEngine ? "Take Docker Engine 26 or newer. Or: " + UseContainer : "Give it a newer BuildKit."));

    static IEnumerable<BuilderFinding> Caches(ContainerEngine engine, BuilderNeeds needs)
    {
        foreach (var cache in needs.Caches.DistinctBy(x => x.Type))
        {
            if (engine.Builder.IsOfEngine && cache.Type is "s3" or "azblob")
            {
                yield return new BuilderFinding(
                    ErrorCodes.BuilderLacksCache, $"the engine's own builder knows no caches of type {cache.Type}, so not {cache.Title}", UseContainer);
            }

            if (cache.Type == "gha" && WhyNotGitHub(engine) is { } reason)
            {
                yield return new BuilderFinding(
                    ErrorCodes.BuilderLacksCache,
                    $"{reason}, and GitHub's cache only answers newer ones",
                    engine.Builder.IsOfEngine ? $"Take Docker Engine {ServesGitHubsService}. Or: " + UseContainer : "Give it a newer BuildKit.")
                {
                    IsFatal = needs.CachesAreRequired,
                };
            }
        }
    }

    // Version 2 of the service, which alone is left since 2025: docs.docker.com/build/ci/github-actions/cache.
    static string? WhyNotGitHub(ContainerEngine engine) =>
        engine.Builder.Nodes.FirstOrDefault(x => IsOlder(x, KnowsGitHubsService)) is { } node
            ? $"{NodeOf(engine, node)} has BuildKit {node.BuildKitVersion}"
        : engine.Builder.IsOfEngine && EngineProbe.ReadVersion(engine.EngineVersion) is { } version && version.Major < ServesGitHubsService
            ? $"the engine's own builder is that of engine {engine.EngineVersion}"
        : null;

    // What a server grants its clients, and what a daemon.json grants, the client does not see.
    static IEnumerable<BuilderFinding> Entitlements(ContainerEngine engine, BuilderNeeds needs) =>
        from asked in needs.Entitlements
        where !asked.Entitlement.Name.StartsWith("device=", StringComparison.Ordinal)
        from node in engine.Builder.Nodes
        where engine.Builder.Driver is "docker-container" or "kubernetes" && !node.HasConfiguration && node.Flags.Count > 0
            && !node.Flags.Any(x => x.Split('=')[^1] == asked.Entitlement.Name)
        select new BuilderFinding(
            ErrorCodes.BuilderRefusesEntitlement,
            $"image '{asked.Image}' asks for {asked.Entitlement.Name}, which {NodeOf(engine, node)} does not grant",
            $"Where Kiln makes the builder, add it: Builder.Container() with {{ Entitlements = [Entitlement.{NameOf(asked.Entitlement)}] }}. "
            + $"Else make it with '--buildkitd-flags \"--allow-insecure-entitlement={asked.Entitlement.Name}\"'.");

    static string NameOf(Entitlement entitlement) =>
        entitlement == Entitlement.HostNetwork ? nameof(Entitlement.HostNetwork) : nameof(Entitlement.InsecureSecurity);

    // The results of such a step may lie in a cache, and then nothing runs.
    static IEnumerable<BuilderFinding> Platforms(ContainerEngine engine, BuilderNeeds needs) => needs.Steps
        .Where(x => engine.Builder.Nodes.All(y => y.Platforms.Count > 0) && !engine.Builder.Nodes.Any(y => y.Runs(x.Platform)))
        .GroupBy(x => (x.Image, x.Platform))
        .Select(x => new BuilderFinding(
            ErrorCodes.BuilderLacksPlatform,
            $"image '{x.Key.Image}' runs {Lines(x)} of its Dockerfile for {x.Key.Platform}, and {engine.Builder.Title} runs "
            + string.Join(", ", engine.Builder.Nodes.SelectMany(y => y.Platforms).Distinct()),
            "Let the machine emulate it ('docker run --privileged --rm tonistiigi/binfmt --install all'), add a node that has such a processor "
            + "(docs/guides/engines.md), or compile on the builder's own platform: FROM --platform=$BUILDPLATFORM.")
        {
            IsFatal = needs.Caches.Count == 0,
        });

    static string Lines(IEnumerable<PlatformStep> steps) => steps.Select(x => x.Line).Distinct().Order().ToArray() switch
    {
        [var only] => $"line {only}",
        var several => $"lines {string.Join(", ", several)}",
    };

    static string NodeOf(ContainerEngine engine, NodeFacts node) =>
        engine.Builder.Nodes.Count > 1 ? $"node '{node.Name}' of {engine.Builder.Title}" : engine.Builder.Title;

    static bool IsOlder(NodeFacts node, Version than) => VersionOf(node) is { } version && version < than;

    // Engines below 23 tell their own version there, such as 20.10.24; builds of a branch tell 0.0.0.
    static Version? VersionOf(NodeFacts node) => Number().Match(node.BuildKitVersion) is { Success: true } match
        ? new Version(int.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value)) switch
        {
            { Major: 0, Minor: 0 } => null,
            { Major: >= 17 } => new Version(0, 0),
            var version => version,
        }
        : null;

    [GeneratedRegex(@"(\d{1,6})\.(\d{1,6})")]
    private static partial Regex Number();
}
