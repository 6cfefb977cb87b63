using Kiln.Buildx;
using Kiln.Buildx.Loading;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Reporting;

/// <summary>How a person runs what was loaded.</summary>
public static class LoadSummary
{
    /// <summary>A command line for each image, under its first name.</summary>
    public static IEnumerable<string> Lines(ContainerEngine engine, ValueList<LoadedImage> loaded) =>
        loaded.Select(x => $"Loaded    {Docker(engine)} run --rm {x.References[0].Familiar} ({Cost(x)})");

    static string Cost(LoadedImage image) => image.WasThere ? "was there" : HumanUnits.Duration(image.Duration);

    // A person's own 'docker' does not know of an engine that Kiln started.
    static string Docker(ContainerEngine engine)
    {
        var client = ExecutableFinder.FromEnvironment().Find("docker") is null ? ShellQuoting.Quote(engine.DockerClient!) : "docker";
        return engine.IsPrivate && engine.Environment.TryGetValue("DOCKER_HOST", out var host) ? $"{client} --host {host}" : client;
    }
}
