using Kiln.Primitives;

namespace Kiln;

public sealed partial record Platform
{
    /// <summary>Servers and laptops with Intel or AMD processors; what Kiln builds for unless told otherwise.</summary>
    public static Platform LinuxAmd64 { get; } = new("linux", "amd64");

    /// <summary>Processors since 2009, with SSE4.</summary>
    public static Platform LinuxAmd64V2 { get; } = new("linux", "amd64", "v2");

    /// <summary>Processors since 2013, with AVX2.</summary>
    public static Platform LinuxAmd64V3 { get; } = new("linux", "amd64", "v3");

    /// <summary>Processors with AVX-512.</summary>
    public static Platform LinuxAmd64V4 { get; } = new("linux", "amd64", "v4");

    /// <summary>64-bit ARM: Graviton, Ampere, Apple's machines, Raspberry Pi 3 and later.</summary>
    public static Platform LinuxArm64 { get; } = new("linux", "arm64");

    /// <summary>32-bit ARM with floating point hardware.</summary>
    public static Platform LinuxArmV7 { get; } = new("linux", "arm", "v7");

    /// <summary>The first Raspberry Pi and its Zero.</summary>
    public static Platform LinuxArmV6 { get; } = new("linux", "arm", "v6");

    /// <summary>Old ARM boards without floating point hardware.</summary>
    public static Platform LinuxArmV5 { get; } = new("linux", "arm", "v5");

    /// <summary>32-bit Intel and AMD.</summary>
    public static Platform Linux386 { get; } = new("linux", "386");

    /// <summary>64-bit IBM POWER, little endian.</summary>
    public static Platform LinuxPpc64Le { get; } = new("linux", "ppc64le");

    /// <summary>IBM Z.</summary>
    public static Platform LinuxS390X { get; } = new("linux", "s390x");

    /// <summary>64-bit RISC-V.</summary>
    public static Platform LinuxRiscV64 { get; } = new("linux", "riscv64");

    /// <summary>64-bit MIPS, little endian.</summary>
    public static Platform LinuxMips64Le { get; } = new("linux", "mips64le");

    /// <summary>64-bit LoongArch.</summary>
    public static Platform LinuxLoong64 { get; } = new("linux", "loong64");

    /// <summary>Windows containers; BuildKit builds them on a Windows worker only.</summary>
    public static Platform WindowsAmd64 { get; } = new("windows", "amd64");

    /// <summary>Windows containers on 64-bit ARM.</summary>
    public static Platform WindowsArm64 { get; } = new("windows", "arm64");

    /// <summary>Every platform that <see cref="Parse(string)"/> accepts; for others there is the constructor.</summary>
    public static ValueList<Platform> Known { get; } =
    [
        LinuxAmd64, LinuxAmd64V2, LinuxAmd64V3, LinuxAmd64V4, LinuxArm64, LinuxArmV7, LinuxArmV6, LinuxArmV5, Linux386,
        LinuxPpc64Le, LinuxS390X, LinuxRiscV64, LinuxMips64Le, LinuxLoong64, WindowsAmd64, WindowsArm64,
    ];
}
