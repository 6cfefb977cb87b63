using Nuke.Common;

namespace Kiln.Components.Tests;

/// <summary>The least that a build has to say.</summary>
sealed class SmallBuild : NukeBuild, IContainerPipeline
{
    IEnumerable<ImageSpec> IHazImages.Images => [new("api", "api")];

    IEnumerable<RegistryNamespace> IHazRegistries.Registries => ["harbor.example.com/myproject"];
}
