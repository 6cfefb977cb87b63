using System.Collections.Generic;
using Kiln;
using Kiln.Components;
using Nuke.Common;
using Nuke.Components;

// #region existing
partial class Build : IContainerPipeline
{
    IEnumerable<ImageSpec> IHazImages.Images => [new("app", RootDirectory / "app")];

    IEnumerable<RegistryNamespace> IHazRegistries.Registries => ["registry.example.com/acme"];

    /// <summary>NUKE's packages and Kiln's inputs: two targets of one name are one.</summary>
    public Target Restore => _ => _
        .Inherit<IRestore>(x => x.Restore)
        .Inherit<IRestoreInputs>(x => x.Restore);

    /// <summary>Images are made of what passed its tests.</summary>
    public Target DockerBuild => _ => _
        .Inherit<IDockerBuild>(x => x.DockerBuild)
        .DependsOn<ITest>(x => x.Test);
}
// #endregion
