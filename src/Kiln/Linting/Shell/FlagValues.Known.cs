namespace Kiln.Linting.Shell;

sealed partial record FlagValues
{
    /// <summary>Of npm, and of pnpm and bun, which have most of them.</summary>
    public static FlagValues Npm { get; } = new(
        HasOneDash: false,
        "loglevel", "registry", "C", "prefix", "cache", "userconfig", "globalconfig", "w", "workspace", "tag", "omit",
        "include", "only", "install-strategy", "fetch-retries", "fetch-timeout", "maxsockets", "python", "script-shell",
        "proxy", "https-proxy", "cafile", "ca", "before", "cpu", "os", "libc");

    /// <summary>Of both kinds of Yarn.</summary>
    public static FlagValues Yarn { get; } = new(
        HasOneDash: false,
        "cwd", "registry", "modules-folder", "cache-folder", "network-timeout", "network-concurrency", "mutex", "proxy",
        "https-proxy");

    /// <summary>Of pip.</summary>
    public static FlagValues Pip { get; } = new(
        HasOneDash: false,
        "c", "constraint", "r", "requirement", "e", "editable", "t", "target", "platform", "python-version",
        "implementation", "abi", "root", "prefix", "src", "upgrade-strategy", "C", "config-settings", "global-option",
        "build-option", "install-option", "no-binary", "only-binary", "progress-bar", "root-user-action", "report",
        "group", "i", "index-url", "extra-index-url", "f", "find-links", "python", "log", "proxy", "retries", "timeout",
        "exists-action", "trusted-host", "cert", "client-cert", "cache-dir", "use-feature", "use-deprecated",
        "keyring-provider", "b", "build");

    /// <summary>Of go and its commands.</summary>
    public static FlagValues Go { get; } = new(
        HasOneDash: true,
        "C", "p", "o", "asmflags", "buildmode", "compiler", "covermode", "coverpkg", "exec", "gccgoflags", "gcflags",
        "installsuffix", "ldflags", "mod", "modfile", "overlay", "pgo", "pkgdir", "tags", "toolexec");

    /// <summary>Of mvn.</summary>
    public static FlagValues Maven { get; } = new(
        HasOneDash: true,
        "f", "file", "s", "settings", "gs", "global-settings", "is", "install-settings", "t", "toolchains", "gt", "global-toolchains",
        "P", "activate-profiles", "T", "threads", "pl", "projects", "rf", "resume-from", "l", "log-file", "D", "define", "b", "builder",
        "color", "emp", "ep");

    /// <summary>Of gradle.</summary>
    public static FlagValues Gradle { get; } = new(
        HasOneDash: true,
        "p", "project-dir", "x", "exclude-task", "b", "build-file", "c", "settings-file", "g", "gradle-user-home", "I", "init-script",
        "include-build", "project-cache-dir", "max-workers", "console", "warning-mode", "priority", "M", "write-verification-metadata");

    /// <summary>Of cargo and its commands.</summary>
    public static FlagValues Cargo { get; } = new(
        HasOneDash: false,
        "C", "Z", "config", "color", "manifest-path", "target", "target-dir", "p", "package", "F", "features", "j", "jobs", "profile",
        "bin", "example", "path", "root", "recipe-path", "message-format");

    /// <summary>Of poetry, uv and pipenv.</summary>
    public static FlagValues Poetry { get; } = new(
        HasOneDash: false,
        "C", "directory", "P", "project", "with", "without", "only", "E", "extras", "extra", "group", "only-group", "no-group", "p", "python",
        "cache-dir", "config-file", "index-url", "i", "package", "no-install-package", "link-mode", "r", "requirements", "categories", "requirement");
}
