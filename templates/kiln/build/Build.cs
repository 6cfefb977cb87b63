using Kiln;
using Kiln.Buildx;
using Kiln.Components;
using Nuke.Common;

class Build : NukeBuild, IContainerPipeline
{
    public static int Main() => Execute<Build>(x => ((IDockerBuild)x).DockerBuild);

    /// <summary>One for each Dockerfile. Say more of them by hand: new("api", RootDirectory / "src" / "Api") { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] }</summary>
    IEnumerable<ImageSpec> IHazImages.Images => FoundImages.In(RootDirectory);

    /// <summary>GitHub's or GitLab's own where origin is there, else this machine's. Name yours: "registry.example.com/acme"</summary>
    IEnumerable<RegistryNamespace> IHazRegistries.Registries => [RegistryNamespace.OfRemote(((IHazCommit)this).Commit?.RemoteUrl)];

    /// <summary>Where no engine answers, one is fetched for this checkout alone, with a registry.</summary>
    EngineBootstrap IHazContainerEngine.EngineBootstrap => EngineBootstrap.WhenMissing;
}
