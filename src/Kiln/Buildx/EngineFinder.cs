using Kiln.Processes;

namespace Kiln.Buildx;

/// <summary>Finds the engine that a person's own <c>docker</c> command talks to.</summary>
public sealed class EngineFinder(CommandRunner runner, ExecutableFinder programs)
{
    /// <summary>What answers behind <c>docker</c> on <c>PATH</c>: its current context, <c>DOCKER_HOST</c> included.</summary>
    public async Task<EngineAnswer> FindAsync(CancellationToken cancellationToken) =>
        programs.Find("docker") is { } docker
            ? await new EngineProbe(runner).AskAsync(docker, [docker, "buildx"], BuildxPlugin.OfUser.GuessFor(docker), [], cancellationToken)
            : new EngineAnswer.Silent("there is no 'docker' on PATH");
}
