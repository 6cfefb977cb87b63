using Kiln;
using Kiln.Buildx;
using Kiln.Components;
using Kiln.Locking;
using Nuke.Common;

/// <summary>Kiln builds Kiln with Kiln. The targets beside the container pipeline are in the other parts of this class.</summary>
partial class Build : NukeBuild, IContainerPipeline
{
    public static int Main() => Execute<Build>(x => ((IDockerBuild)x).DockerBuild);

    [Parameter("Port of the registry on this machine that images are pushed to. Default is 5000")]
    readonly int RegistryPort = 5000;

    RegistryNamespace LocalRegistry => $"127.0.0.1:{RegistryPort}";

    IEnumerable<RegistryNamespace> IHazRegistries.Registries => [LocalRegistry];

    EngineBootstrap IHazContainerEngine.EngineBootstrap => EngineBootstrap.WhenMissing;

    /// <summary>Nothing is committed yet that could be frozen: the origins of the samples' bases were never reached from here.</summary>
    LockMode IHazLock.LockMode => LockMode.Add;
}
