using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.Locking.Restoring;

/// <summary>What is to be pinned, and by which rules.</summary>
public sealed record RestoreRequest
{
    /// <summary>All images of the build, with Dockerfiles that exist.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>The repository's folder; messages name files from there.</summary>
    public required string Root { get; init; }

    /// <summary>The lock; it need not exist yet.</summary>
    public required string LockFile { get; init; }

    /// <summary>What BuildKit runs on. Default: <c>linux/amd64</c>.</summary>
    public Platform BuildPlatform { get; init; } = Platform.LinuxAmd64;

    /// <summary>What becomes of inputs that the lock does not hold. Default: they are added.</summary>
    public LockMode Mode { get; init; }

    /// <summary>What is to be pinned beside what the images take, such as the image of a builder. Default: nothing.</summary>
    public ValueList<RequiredInput> Others { get; init; }

    /// <summary>Registries to fetch from instead of the origins. Default: none.</summary>
    public ValueList<Mirror> Mirrors { get; init; }

    /// <summary>What need not be in the lock. Default: nothing.</summary>
    public ValueList<FloatingInput> Floats { get; init; }

    /// <summary>Credentials and patience for registries. Default: what <c>docker login</c> stored.</summary>
    public RegistryOptions Access { get; init; } = new();
}
