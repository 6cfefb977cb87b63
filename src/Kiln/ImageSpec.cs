using Kiln.Primitives;

namespace Kiln;

/// <summary>
/// One image: where its sources lie and what is made of them. Two names and a folder are enough; everything else has a
/// default. Throws <see cref="KilnException"/> when the name cannot be a repository's.
/// </summary>
public sealed partial record ImageSpec(string Name, string Context)
{
    /// <summary>The last part of the repository: <c>api</c> becomes <c>harbor.example.com/myproject/api</c>.</summary>
    public string Name { get; init => field = ImageName.Check(value); } = ImageName.Check(Name);

    /// <summary>The folder that the Dockerfile's <c>COPY</c> sees; made absolute.</summary>
    public string Context { get; init => field = Path.GetFullPath(value); } = Path.GetFullPath(Context);

    /// <summary>The Dockerfile, relative to <see cref="Context"/> or absolute. Default: <c>Dockerfile</c>.</summary>
    public string Dockerfile { get => field ?? "Dockerfile"; init => (field, NamesDockerfile) = (value, true); }

    /// <summary>The Dockerfile's text, for one that is too small for a file; the image then names no file. Default: none.</summary>
    public string? InlineDockerfile { get; init; }

    /// <summary>
    /// Folders, images and layouts by the names that the Dockerfile has for them. A context of a stage's name takes that stage's
    /// place; the name of an image of this build cannot be taken. Default: none.
    /// </summary>
    public ValueMap<BuildContext> NamedContexts { get; init; }

    /// <summary>The stage to build. Default: the last one.</summary>
    public string? Stage { get; init; }

    /// <summary>
    /// The stage that one would ship without multi-stage builds, usually the one that compiles. When it is named, its
    /// size is printed beside the image's. Default: none.
    /// </summary>
    public string? SingleStage { get; init; }

    /// <summary>
    /// A stage whose steps have to succeed, such as the image's own tests: it is built with the image, for its first platform, and where it fails there
    /// is no image. Default: none.
    /// </summary>
    public string? TestStage { get; init; }

    /// <summary>How it shows that it runs, before it is pushed. Default: it does not have to.</summary>
    public SmokeTest? SmokeTest { get; init; }

    /// <summary>What it runs on. Default: <c>linux/amd64</c>, whatever the host is, so that digests do not depend on it.</summary>
    public ValueList<Platform> Platforms { get; init; } = [Platform.LinuxAmd64];

    /// <summary>Values for the Dockerfile's <c>ARG</c>s; never secrets, they end up in the image. Default: none.</summary>
    public ValueMap<string> BuildArgs { get; init; }

    /// <summary>Labels beside those that Kiln takes from git; these win. Default: none.</summary>
    public ValueMap<string> Labels { get; init; }

    /// <summary>Annotations of the manifests and the index beside those that Kiln takes from git; these win. Default: none.</summary>
    public ValueMap<string> Annotations { get; init; }

    /// <summary>What steps may read while they run, and nobody afterwards. Default: none.</summary>
    public ValueList<BuildSecret> Secrets { get; init; }

    /// <summary>SSH agents that steps may use: <c>default</c>, or <c>id=socket or key</c> as buildx takes them. Default: none.</summary>
    public ValueList<string> Ssh { get; init; }

    /// <summary>Names that steps can look up, with their addresses. Default: none.</summary>
    public ValueMap<string> ExtraHosts { get; init; }

    /// <summary>The size of <c>/dev/shm</c> for steps, in bytes. Default: the engine's own, usually 64 MB.</summary>
    public long? SharedMemory { get; init; }

    /// <summary>Limits of the processes of steps, as <c>soft:hard</c> by name: <c>nofile</c> → <c>1024:4096</c>. Default: the engine's own.</summary>
    public ValueMap<string> ProcessLimits { get; init; }

    /// <summary>Stages that are built anew even where they are cached. Default: none.</summary>
    public ValueList<string> UncachedStages { get; init; }

    /// <summary>What its steps may do beyond the usual. Default: nothing.</summary>
    public ValueList<Entitlement> Entitlements { get; init; }

    /// <summary>
    /// Fields of its bake target that are not modelled here, by bake's names with JSON as values: <c>["pull"] = "true"</c>. They are
    /// written as they are. KILN1025 for a field that has a property here. Default: none.
    /// </summary>
    public ValueMap<string> Extra { get; init => field = ExtraFields.Check(value); }

    /// <summary>What <c>RUN</c> steps can reach. Default: what the engine gives.</summary>
    public BuildNetwork Network { get; init; }

    /// <summary>What of its context looks like a secret and is none, each with a reason. Default: nothing; secrets are refused.</summary>
    public ValueList<ContextAllowance> AllowedInContext { get; init; }

    /// <summary>Whether it has to do without a shell and without a package manager; Scan refuses it with one. Default: no.</summary>
    public bool IsMinimal { get; init; }

    /// <summary>Whether it has to have a <c>HEALTHCHECK</c>; Scan refuses it without one. Default: no, as Kubernetes asks by itself.</summary>
    public bool NeedsHealthCheck { get; init; }

    /// <summary>How large it may be; what is larger is not kept. Default: any size.</summary>
    public SizeBudget? SizeBudget { get; init; }

    /// <summary>The Dockerfile's absolute path; nothing is read there where there is an <see cref="InlineDockerfile"/>.</summary>
    public string DockerfilePath => Path.GetFullPath(Path.Combine(Context, Dockerfile));

    internal bool NamesDockerfile { get; private init; }
}
