using Nuke.Common;

namespace Kiln.Components;

/// <summary>Where this build's images are published.</summary>
public interface IHazRegistries : INukeBuild
{
    /// <summary>Every registry and path below it, for example <c>harbor.example.com/myproject</c>; each image goes to all of them.</summary>
    IEnumerable<RegistryNamespace> Registries { get; }
}
