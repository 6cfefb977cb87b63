using Kiln.Linting.Shell;

namespace Kiln.Linting.Rules.Packages;

sealed partial record PackageManager
{
    static readonly string[] RpmValueFlags =
    [
        "c", "config", "d", "debuglevel", "e", "errorlevel", "R", "randomwait", "x", "exclude", "enablerepo", "disablerepo",
        "repo", "repoid", "repofrompath", "installroot", "releasever", "setopt", "enableplugin", "disableplugin",
        "disableexcludes", "color", "comment", "destdir", "downloaddir", "advisory", "bz", "cve", "sec-severity", "forcearch",
    ];

    static readonly string[] RpmCaches = ["/var/cache/yum", "/var/cache/dnf", "/var/cache/libdnf5"];

    /// <summary>apt-get, and apt, which takes the same words.</summary>
    public static PackageManager Apt { get; } = new()
    {
        Names = ["apt-get", "apt"],
        ValueFlags =
        [
            "t", "target-release", "default-release", "o", "option", "c", "config-file", "a", "host-architecture", "P",
            "build-profiles",
        ],
        Cache = new PackageCache("distclean", "apt/lists", "/var/lib/apt/lists")
        {
            IsCleaned = x => ProgramOf(x) is "apt-get" or "apt" && x.HasArgument("distclean"),
        },
    };

    /// <summary>With aptitude, which keeps its lists in the same place.</summary>
    public static PackageManager AnyApt { get; } = Apt with { Names = [.. Apt.Names, "aptitude"] };

    /// <summary>Alpine.</summary>
    public static PackageManager Apk { get; } = new()
    {
        Names = ["apk"],
        ValueFlags =
        [
            "t", "virtual", "X", "repository", "p", "root", "arch", "keys-dir", "repositories-file", "cache-dir",
            "cache-max-age", "wait", "timeout", "progress-fd",
        ],
        Cache = new PackageCache("cache purge", "apk", "/var/cache/apk", "/etc/apk/cache"),
    };

    /// <summary>Red Hat; since its version 8 another name of dnf.</summary>
    public static PackageManager Yum { get; } = new()
    {
        Names = ["yum"],
        Kinds = ["module", "group", "groups"],
        ValueFlags = RpmValueFlags,
        Cache = new PackageCache("clean all", "yum", RpmCaches)
        {
            IsCleaned = x => ProgramOf(x) is "yum" or "dnf" && x.HasArgument("all"),
        },
    };

    /// <summary>Fedora and Red Hat; also as dnf5 and dnf-3.</summary>
    public static PackageManager Dnf { get; } = Yum with
    {
        Names = ["dnf"],
        Cache = new PackageCache("clean all", "dnf", RpmCaches)
        {
            IsCleaned = x => ProgramOf(x) is "yum" or "dnf" && x.HasArgument("all"),
        },
    };

    /// <summary>The small one of minimal images.</summary>
    public static PackageManager Microdnf { get; } = Yum with
    {
        Names = ["microdnf"],
        Cache = new PackageCache("clean all", "dnf", RpmCaches)
        {
            IsCleaned = x => ProgramOf(x) == "microdnf" && x.HasArgument("all"),
        },
    };

    /// <summary>Both, where they mean the same.</summary>
    public static PackageManager AnyDnf { get; } = Dnf with { Names = ["dnf", "microdnf"] };

    /// <summary>SUSE.</summary>
    public static PackageManager Zypper { get; } = new()
    {
        Names = ["zypper"],
        ValueFlags =
        [
            "c", "config", "D", "reposd-dir", "cache-dir", "R", "root", "installroot", "r", "repo", "from", "t", "type", "p",
            "plus-repo",
        ],
        Cache = new PackageCache("clean --all", "zypp", "/var/cache/zypp")
        {
            IsCleaned = x => ProgramOf(x) == "zypper" && x.HasArgument("clean", "cc"),
        },
    };

    /// <summary>Python.</summary>
    public static PackageManager Pip { get; } = new()
    {
        Names = ["pip"],
        Module = "pip",
        ValueFlags = FlagValues.Pip.Flags,
        Cache = new PackageCache("cache purge", "pip", "/root/.cache/pip")
        {
            IsCleaned = x => x.HasArgument("cache") && x.HasArgument("purge"),
        },
    };

    /// <summary>Python programs, each with packages of its own.</summary>
    public static PackageManager Pipx { get; } = Pip with
    {
        Names = ["pipx"],
        Module = "pipx",
        ValueFlags = ["python", "pip-args", "i", "index-url", "suffix", "preinstall", "backend"],
        Cache = null,
    };

    /// <summary>Node.js.</summary>
    public static PackageManager Npm { get; } = new()
    {
        Names = ["npm"],
        ValueFlags = FlagValues.Npm.Flags,
    };

    /// <summary>Node.js, too.</summary>
    public static PackageManager Yarn { get; } = new()
    {
        Names = ["yarn", "yarnpkg"],
        Kinds = ["global"],
        ValueFlags = FlagValues.Yarn.Flags,
        Cache = new PackageCache("cache clean", "yarn", "/usr/local/share/.cache/yarn", "/root/.cache/yarn")
        {
            IsCleaned = x => ProgramOf(x) is "yarn" or "yarnpkg" && x.HasArgument("cache") && x.HasArgument("clean"),
        },
    };

    /// <summary>Ruby.</summary>
    public static PackageManager Gem { get; } = new()
    {
        Names = ["gem"],
        ValueFlags =
        [
            "i", "install-dir", "n", "bindir", "v", "version", "platform", "s", "source", "p", "http-proxy", "P",
            "trust-policy", "B", "bulk-threshold", "g", "file", "build-root", "config-file", "without", "target-rbconfig",
        ],
    };

    /// <summary>Go.</summary>
    public static PackageManager Go { get; } = new()
    {
        Names = ["go"],
        HasOneDash = true,
        ValueFlags = FlagValues.Go.Flags,
    };
}
