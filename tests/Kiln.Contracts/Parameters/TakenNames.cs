namespace Kiln.Contracts.Parameters;

/// <summary>Names that a component must not give to a parameter, since something else sets or reads them.</summary>
internal static class TakenNames
{
    /// <summary>NUKE's own arguments, listed and hidden ones.</summary>
    public static IReadOnlyList<string> OfNuke { get; } =
    [
        "Continue", "Help", "Host", "NoLogo", "Partition", "Plan", "Profile", "Root", "Skip", "Strict", "Target",
        "Verbosity", "GenerateConfiguration", "ShellCompletion", "VisualStudioDebug", "ParamsKey", "Complete",
    ];

    /// <summary>The parameters of Nuke.Components, which a build may inherit beside ours.</summary>
    public static IReadOnlyList<string> OfNukeComponents { get; } =
    [
        "CodecovToken", "Configuration", "GitHubReleaseGitHubToken", "IgnoreFailedSources", "NuGetApiKey",
        "NuGetSource", "SignPathApiToken", "SignPathSettings", "Solution", "TwitterAccessToken",
        "TwitterAccessTokenSecret", "TwitterConsumerKey", "TwitterConsumerSecret",
    ];

    /// <summary>Variables that shells, CI hosts, tools and people set for reasons of their own.</summary>
    public static IReadOnlyList<string> OfEnvironments { get; } =
    [
        // shells and systems
        "HOME", "PATH", "PWD", "USER", "USERNAME", "SHELL", "LANG", "TERM", "TMP", "TEMP", "TMPDIR", "EDITOR",
        "DISPLAY", "HOSTNAME", "LOGNAME", "MAIL", "NAME", "OS", "PLATFORM", "PLATFORMS", "ARCH",
        "PROCESSOR_ARCHITECTURE", "NO_COLOR",
        // CI hosts
        "CI", "BRANCH", "COMMIT", "SHA", "REF", "TAG", "TAGS", "VERSION", "BUILD", "BUILD_NUMBER", "JOB", "RUN",
        "STAGE", "RUNNER", "TOKEN", "WORKSPACE", "ENVIRONMENT", "GITHUB_TOKEN", "CI_REGISTRY", "PROJECT", "REPOSITORY",
        // images and registries
        "IMAGE", "IMAGES", "REGISTRY", "REGISTRIES", "NAMESPACE", "BUILDER", "CACHE", "PUSH", "SCAN", "LINT",
        "DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "BUILDX_BUILDER", "SOURCE_DATE_EPOCH", "KILN_CACHE",
        // switches and credentials
        "DEBUG", "FORCE", "VERBOSE", "QUIET", "DRY_RUN", "TEST", "PORT", "URL", "PROXY", "HTTP_PROXY", "HTTPS_PROXY",
        "NO_PROXY", "PASSWORD", "SECRET", "KEY",
        // what settles the engine before any parameter is read: a parameter Engine would get its value
        "NUKE_ENGINE", "NUKE_TELEMETRY_OPTOUT", "NUKE_ENTERPRISE_TOKEN",
    ];
}
