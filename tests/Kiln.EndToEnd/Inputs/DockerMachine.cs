using Kiln.Buildx;

namespace Kiln.EndToEnd.Inputs;

/// <summary>What points at a running engine, as on a machine where somebody installed Docker.</summary>
sealed class DockerMachine : IDisposable
{
    readonly string _configuration = Directory.CreateTempSubdirectory("kiln-docker-").FullName;

    internal DockerMachine(ContainerEngine engine)
    {
        Directory.CreateDirectory(Path.Combine(_configuration, "cli-plugins"));
        File.CreateSymbolicLink(Path.Combine(_configuration, "cli-plugins", "docker-buildx"), engine.BuildxCommand[0]);
        Variables = new(engine.Environment) { ["DOCKER_CONFIG"] = _configuration, ["KILN_CACHE"] = null };
    }

    internal Dictionary<string, string?> Variables { get; }

    public void Dispose() => Directory.Delete(_configuration, recursive: true);
}
