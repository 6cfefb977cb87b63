using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Nuke.Common;

partial class EnvironmentInfo
{
    public static PlatformFamily Platform =>
        OperatingSystem.IsLinux() ? PlatformFamily.Linux
        : OperatingSystem.IsMacOS() ? PlatformFamily.OSX
        : OperatingSystem.IsWindows() ? PlatformFamily.Windows
        : PlatformFamily.Unknown;

    public static bool IsLinux => Platform == PlatformFamily.Linux;

    public static bool IsOsx => Platform == PlatformFamily.OSX;

    public static bool IsUnix => IsLinux || IsOsx;

    public static bool IsWin => !IsUnix;

    public static bool IsWsl => IsLinux && KernelVersion().Contains("microsoft", StringComparison.OrdinalIgnoreCase);

    public static bool IsArm64 => RuntimeInformation.OSArchitecture == Architecture.Arm64;

    public static bool Is64Bit => RuntimeInformation.OSArchitecture is Architecture.X64 or Architecture.Arm64;

    public static bool Is32Bit => !Is64Bit;

    public static FrameworkName Framework
    {
        get
        {
            var target = Assembly.GetEntryAssembly().NotNull().GetCustomAttribute<TargetFrameworkAttribute>();
            return new FrameworkName(target.NotNull().FrameworkName);
        }
    }

    private static string KernelVersion()
    {
        const string VersionFile = "/proc/version";
        return File.Exists(VersionFile) ? File.ReadAllText(VersionFile) : "";
    }
}
