using Kiln.Primitives;

namespace Kiln.Dockerfiles;

/// <summary>The build arguments that a Dockerfile has without being given any.</summary>
public static class PlatformArguments
{
    /// <summary>
    /// Arguments that may be given without an <c>ARG</c>: a RUN step finds them in its environment, and no layer keeps
    /// them. Neither <c>FROM</c> nor another instruction can name them; for that they need an <c>ARG</c> like any other
    /// (proxyEnvFromBuildArgs in frontend/dockerfile/dockerfile2llb/convert.go, which minds no case).
    /// </summary>
    public static ValueList<string> Predefined { get; } =
    [
        "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy",
        "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy",
    ];

    /// <summary>
    /// What describes the build, as BuildKit sets it for one target platform (defaultArgs in
    /// frontend/dockerfile/dockerfile2llb/platform.go). All are set, some to nothing. <c>FROM</c> and the <c>ARG</c>s
    /// above it can name them at once, a stage after an <c>ARG</c> without a default; a build argument of the same name
    /// wins.
    /// </summary>
    /// <param name="target">
    /// What is built for. As in BuildKit, <c>linux/arm64/v8</c> is <c>linux/arm64</c> with no variant and
    /// <c>linux/arm</c> is <c>linux/arm/v7</c> with <c>v7</c>.
    /// </param>
    /// <param name="build">What the engine itself runs on.</param>
    /// <param name="targetStage">The stage that is asked for, else the name of the last one, else null.</param>
    public static ValueMap<string> Of(Platform target, Platform build, string? targetStage) =>
    [
        .. Of("BUILD", build),
        .. Of("TARGET", target),
        new("TARGETSTAGE", string.IsNullOrEmpty(targetStage) ? "default" : targetStage),
    ];

    // The version of the system is part of a platform on Windows only, and Kiln's platforms have none.
    static ValueMap<string> Of(string prefix, Platform platform) =>
    [
        new($"{prefix}PLATFORM", platform.ToString()),
        new($"{prefix}OS", platform.Os),
        new($"{prefix}OSVERSION", ""),
        new($"{prefix}ARCH", platform.Architecture),
        new($"{prefix}VARIANT", platform.Variant ?? ""),
    ];
}
