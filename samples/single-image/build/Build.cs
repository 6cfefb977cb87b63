using Kiln;
using Kiln.Components;
using Nuke.Common;

class Build : NukeBuild, IContainerPipeline
{
    public static int Main() => Execute<Build>(x => ((IDockerBuild)x).DockerBuild);

    IEnumerable<ImageSpec> IHazImages.Images => [new("hello", RootDirectory / "app") { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] }];

    IEnumerable<RegistryNamespace> IHazRegistries.Registries => ["ghcr.io/acme"];
}
