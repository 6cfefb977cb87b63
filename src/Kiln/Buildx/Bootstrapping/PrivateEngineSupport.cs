using System.Runtime.InteropServices;

namespace Kiln.Buildx.Bootstrapping;

/// <summary>Whether a private engine can run here at all; said once, before anything is fetched.</summary>
public static class PrivateEngineSupport
{
    /// <summary>Why it cannot, or null when it can.</summary>
    public static string? Obstacle()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            return $"it needs Linux on amd64, and this is {RuntimeInformation.OSDescription} on {RuntimeInformation.OSArchitecture}";
        if (!System.Environment.IsPrivilegedProcess)
            return "it needs root";
        return DebianSuite.OfSystem() is null ? "it needs Debian or Ubuntu, whose packages it is made of" : null;
    }

    internal static DebianSuite RequireSuite() =>
        Obstacle() is { } obstacle
            ? throw new KilnException(
                ErrorCodes.PrivateEngineUnsupported,
                $"No container engine answers, and a private one cannot be started: {obstacle}. Start a Docker engine (docs/guides/engines.md) and run again.")
            : DebianSuite.OfSystem()!;
}
