using Kiln.Linting.Toolchains;

namespace Kiln.Advising;

/// <summary>Bases for each kind of program, of the version that the file has, in the order in which one would choose them: the first that does not lack anything.</summary>
static class BaseCandidates
{
    const string Compiling = "compiling, in a stage that does not ship";

    static readonly BaseCandidate Scratch = new("scratch", 0, false, null, null, "a program that needs nothing: no certificates, no time zones, no users");
    static readonly BaseCandidate Static = new("gcr.io/distroless/static-debian12:nonroot", 3, false, null, null, "a static program; certificates, time zones and a user are there");
    static readonly BaseCandidate Cc = new("gcr.io/distroless/cc-debian12:nonroot", 24, false, null, "glibc", "a program that needs libc and its C++ library, and no shell");
    static readonly BaseCandidate Alpine = new("alpine:3.22", 8, true, "apk", "musl", "a program that was compiled for musl, and wants a package or a shell");
    static readonly BaseCandidate Debian = new("debian:13-slim", 78, true, "apt", "glibc", "a program that wants packages of a distribution");
    static readonly BaseCandidate Ubuntu = new("ubuntu:24.04", 80, true, "apt", "glibc", "a program that wants packages of Ubuntu, or its years of support");

    /// <summary>Where a stage runs commands, what has a shell stands first.</summary>
    public static IReadOnlyList<BaseCandidate> For(ProgramNeeds needs) => needs.UsesShell ? [.. Of(needs).OrderByDescending(x => x.Shell)] : Of(needs);

    static BaseCandidate[] Of(ProgramNeeds needs) => needs.Kind switch
    {
        ProgramKind.Static => [Static, Scratch, Alpine, Debian, Ubuntu],
        ProgramKind.Linked => [Cc, Debian, Ubuntu],
        ProgramKind.LinkedToMusl => [Alpine, Scratch with { For = "a program that is linked with -static" }],
        ProgramKind.Node => Node(needs.Version ?? "24"),
        ProgramKind.Python => Python(needs.Version ?? "3.13"),
        ProgramKind.Java => Java(needs.Version ?? "21"),
        ProgramKind.DotNet => DotNet(needs.Flavor ?? "aspnet", needs.Version ?? "10.0"),
        ProgramKind.SelfContainedDotNet => SelfContained(needs.Version ?? "10.0"),
        ProgramKind.Site => Site(needs.Version ?? "1.29"),
        ProgramKind.Php => Php(needs.Version ?? "8.4", needs.Flavor),
        ProgramKind.Ruby => Ruby(needs.Version ?? "3.4"),
        _ => [Debian, Ubuntu, Alpine, Cc],
    };

    static BaseCandidate[] Node(string version) =>
    [
        new($"node:{version}-slim", 230, true, "apt", "glibc", "most programs, also with native parts or scripts"),
        // Only lines with long support have one.
        .. Where(version is "20" or "22" or "24", new($"gcr.io/distroless/nodejs{version}-debian12:nonroot", 170, false, null, "glibc", "a program without scripts that start others")),
        new($"node:{version}-alpine", 160, true, "apk", "musl", "where every native package is there for musl"),
        new($"node:{version}", 1100, true, "apt", "glibc", Compiling),
    ];

    static BaseCandidate[] Python(string version) =>
    [
        new($"python:{version}-slim", 125, true, "apt", "glibc", "most programs: wheels are made for it"),
        // Each has the Python of its Debian, and no other.
        .. Where(
            version is "3.11" or "3.13",
            new($"gcr.io/distroless/python3-debian{(version == "3.11" ? 12 : 13)}:nonroot", 65, false, null, "glibc", "a program whose packages were installed for the same Python elsewhere")),
        new($"python:{version}-alpine", 50, true, "apk", "musl", "where every package has a wheel for musl"),
        new($"python:{version}", 1020, true, "apt", "glibc", Compiling),
    ];

    static BaseCandidate[] Java(string version) =>
    [
        new($"eclipse-temurin:{version}-jre", 280, true, "apt", "glibc", "most programs"),
        .. Where(version is "17" or "21", new($"gcr.io/distroless/java{version}-debian12:nonroot", 220, false, null, "glibc", "a program that starts no other one")),
        new($"eclipse-temurin:{version}-jre-alpine", 210, true, "apk", "musl", "where no library brings native parts for glibc"),
        new("debian:13-slim", 140, true, "apt", "glibc", "a runtime of just the modules that jdeps names, made by jlink"),
    ];

    static BaseCandidate[] DotNet(string image, string version) =>
    [
        new(Chiseled(image, version), image == "aspnet" ? 115 : 85, false, null, "glibc", "most programs; '-extra' has ICU and time zones"),
        new($"mcr.microsoft.com/dotnet/{image}:{version}-alpine", image == "aspnet" ? 120 : 90, true, "apk", "musl", "where a shell is needed"),
        new($"mcr.microsoft.com/dotnet/{image}:{version}", image == "aspnet" ? 220 : 195, true, "apt", "glibc", "where packages of a distribution are needed"),
    ];

    static BaseCandidate[] SelfContained(string version) =>
    [
        new(Chiseled("runtime-deps", version), 12, false, null, "glibc", "most programs; '-extra' has ICU and time zones"),
        new($"mcr.microsoft.com/dotnet/runtime-deps:{version}-alpine", 13, true, "apk", "musl", "a program that is published for musl, where a shell is needed"),
        new($"mcr.microsoft.com/dotnet/runtime-deps:{version}", 120, true, "apt", "glibc", "where packages of a distribution are needed"),
    ];

    static BaseCandidate[] Site(string version) =>
    [
        new($"nginxinc/nginx-unprivileged:{version}-alpine", 50, true, "apk", "musl", "most sites: a user without rights, and port 8080"),
        new($"nginx:{version}-alpine", 50, true, "apk", "musl", "where the server begins as root, for port 80"),
        new($"nginx:{version}", 190, true, "apt", "glibc", "modules that are there for glibc alone"),
    ];

    // Apache is there with Debian only.
    static BaseCandidate[] Php(string version, string? flavor) => flavor == "apache"
        ?
        [
            new($"php:{version}-apache", 500, true, "apt", "glibc", "PHP and its web server in one image"),
            new($"php:{version}-fpm-alpine", 110, true, "apk", "musl", "PHP behind a web server of its own, where every extension is there for musl"),
        ]
        :
        [
            new($"php:{version}-{flavor ?? "cli"}-alpine", 110, true, "apk", "musl", "most programs; extensions are compiled for musl"),
            new($"php:{version}-{flavor ?? "cli"}", 500, true, "apt", "glibc", "extensions that are there for glibc alone"),
        ];

    static BaseCandidate[] Ruby(string version) =>
    [
        new($"ruby:{version}-slim", 220, true, "apt", "glibc", "most programs"),
        new($"ruby:{version}-alpine", 100, true, "apk", "musl", "where every gem with native parts compiles for musl"),
        new($"ruby:{version}", 1000, true, "apt", "glibc", Compiling),
    ];

    static BaseCandidate[] Where(bool isThere, BaseCandidate candidate) => isThere ? [candidate] : [];

    static string Chiseled(string image, string version) => $"mcr.microsoft.com/dotnet/{image}:{version}-{LighterTags.ChiseledCodename(version)}-chiseled";
}
