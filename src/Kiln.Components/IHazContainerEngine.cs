using Kiln.Buildx;
using Kiln.Components.Running;
using Kiln.Locking;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>The engine that this build's images are built with, and where it fetches from.</summary>
public interface IHazContainerEngine : INukeBuild
{
    /// <summary>Whether a missing engine and a missing registry on loopback may be started for this checkout. Default: never.</summary>
    EngineBootstrap EngineBootstrap => EngineBootstrap.Never;

    /// <summary>
    /// What runs the steps. Default: the builder that <c>docker buildx</c> has chosen; a container where that is the engine's own and it cannot
    /// do what the build needs.
    /// </summary>
    Builder Builder => Builder.Auto;

    /// <summary>The engine that StartEngine found. Asking before it ran is an error.</summary>
    sealed ContainerEngine ContainerEngine => PipelineRun.Of(this).Engine;

    /// <summary>Registries to fetch base images from instead of their origins. Default: none.</summary>
    IEnumerable<Mirror> Mirrors => [];
}
