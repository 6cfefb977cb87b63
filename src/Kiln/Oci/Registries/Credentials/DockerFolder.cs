namespace Kiln.Oci.Registries.Credentials;

/// <summary>Where docker's client keeps its configuration: <c>DOCKER_CONFIG</c> where that is set, else <c>~/.docker</c>.</summary>
static class DockerFolder
{
    internal static string OfUser => Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");

    internal static string FileOfUser => Path.Combine(OfUser, "config.json");
}
