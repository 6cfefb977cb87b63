using Kiln.Primitives;

namespace Kiln.Workflows.GitLab;

/// <summary>What builds images on GitLab's runners.</summary>
public abstract record GitLabEngine
{
    GitLabEngine() { }

    /// <summary>A runner with the shell executor: the engine of its machine, or the one that Kiln starts.</summary>
    public static GitLabEngine Shell { get; } = new OnMachine();

    /// <summary>An engine beside the job, reached by TLS; the runner has to allow privileged containers.</summary>
    /// <param name="clientImage">What the job runs in: the docker client with buildx, for example <c>docker:28.5.2-cli</c>, of which <c>kiln.lock</c> holds the digest; or with one.</param>
    /// <param name="engineImage">The engine, for example <c>docker:28.5.2-dind</c>.</param>
    public static GitLabEngine DockerInDocker(string clientImage, string engineImage) => new InDocker(ImageReference.Parse(clientImage), ImageReference.Parse(engineImage));

    /// <summary>
    /// BuildKit beside the job, without root and without a privileged container; the build says <c>Builder.Remote("tcp://buildkit:1234")</c>.
    /// </summary>
    /// <param name="clientImage">What the job runs in: the docker client with buildx.</param>
    /// <param name="buildKitImage">For example <c>moby/buildkit:v0.26.2-rootless</c>.</param>
    public static GitLabEngine RootlessBuildKit(string clientImage, string buildKitImage) => new Rootless(ImageReference.Parse(clientImage), ImageReference.Parse(buildKitImage));

    /// <summary>What runners start for it, with or without a digest.</summary>
    public virtual ValueList<ImageReference> Images => [];

    /// <inheritdoc cref="Shell" />
    public sealed record OnMachine : GitLabEngine;

    /// <inheritdoc cref="DockerInDocker" />
    public sealed record InDocker(ImageReference ClientImage, ImageReference EngineImage) : GitLabEngine
    {
        /// <inheritdoc />
        public override ValueList<ImageReference> Images => [ClientImage, EngineImage];
    }

    /// <inheritdoc cref="RootlessBuildKit" />
    public sealed record Rootless(ImageReference ClientImage, ImageReference BuildKitImage) : GitLabEngine
    {
        /// <inheritdoc />
        public override ValueList<ImageReference> Images => [ClientImage, BuildKitImage];
    }
}
