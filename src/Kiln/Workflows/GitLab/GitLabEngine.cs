namespace Kiln.Workflows.GitLab;

/// <summary>What builds images on GitLab's runners.</summary>
public abstract record GitLabEngine
{
    GitLabEngine() { }

    /// <summary>A runner with the shell executor: the engine of its machine, or the one that Kiln starts.</summary>
    public static GitLabEngine Shell { get; } = new OnMachine();

    /// <summary>An engine beside the job, reached by TLS; the runner has to allow privileged containers.</summary>
    /// <param name="clientImage">What the job runs in: the docker client with buildx, for example <c>docker:28.5.2-cli@sha256:…</c>.</param>
    /// <param name="engineImage">The engine, for example <c>docker:28.5.2-dind@sha256:…</c>.</param>
    public static GitLabEngine DockerInDocker(string clientImage, string engineImage) => new InDocker(Pinned(clientImage), Pinned(engineImage));

    /// <summary>
    /// BuildKit beside the job, without root and without a privileged container; the build says <c>Builder.Remote("tcp://buildkit:1234")</c>.
    /// </summary>
    /// <param name="clientImage">What the job runs in: the docker client with buildx.</param>
    /// <param name="buildKitImage">For example <c>moby/buildkit:v0.26.2-rootless@sha256:…</c>.</param>
    public static GitLabEngine RootlessBuildKit(string clientImage, string buildKitImage) => new Rootless(Pinned(clientImage), Pinned(buildKitImage));

    /// <inheritdoc cref="Shell" />
    public sealed record OnMachine : GitLabEngine;

    /// <inheritdoc cref="DockerInDocker" />
    public sealed record InDocker(ImageReference ClientImage, ImageReference EngineImage) : GitLabEngine;

    /// <inheritdoc cref="RootlessBuildKit" />
    public sealed record Rootless(ImageReference ClientImage, ImageReference BuildKitImage) : GitLabEngine;

    static ImageReference Pinned(string image) => ImageReference.Parse(image) is { Digest: not null } reference
        ? reference
        : throw new KilnException(
            ErrorCodes.ActionNotPinned,
            $"The CI image '{image}' is not pinned: whoever owns its repository could change what runs with the job's token. Add its digest: '{image}@sha256:…' "
            + "('docker buildx imagetools inspect' tells it).");
}
