namespace Kiln.Buildx.Loading;

/// <summary>Why an engine cannot get a layout as it is.</summary>
static class LoadObstacle
{
    internal static string? Of(ContainerEngine engine) => engine switch
    {
        { DockerClient: null } => "no docker client reaches it",
        { HasContainerdStore: false } => "its image store is not containerd's, so it would take them apart and give them another digest",
        _ => null,
    };
}
