namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>No container engine answers, and none may be started.</summary>
    public const string EngineMissing = "KILN3010";

    /// <summary>A private engine cannot run on this machine.</summary>
    public const string PrivateEngineUnsupported = "KILN3011";

    /// <summary>The private engine's programs could not be had from Debian's packages.</summary>
    public const string EnginePackagesUnavailable = "KILN3012";

    /// <summary>The private engine or the local registry was started and does not answer.</summary>
    public const string EngineDidNotStart = "KILN3013";

    /// <summary>The engine lacks something that every build needs: buildx.</summary>
    public const string EngineUnfit = "KILN3014";

    /// <summary>Something that is no registry listens on the local registry's port.</summary>
    public const string RegistryPortTaken = "KILN3015";

    /// <summary>A step of the build failed.</summary>
    public const string BuildStepFailed = "KILN3020";

    /// <summary>BuildKit refused or lost the build, outside of any step.</summary>
    public const string BuildFailed = "KILN3021";

    /// <summary>What BuildKit wrote is not what it announced.</summary>
    public const string LayoutDiffers = "KILN3022";
}
