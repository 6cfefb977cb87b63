namespace Kiln.Advising;

/// <summary>Bases for each kind of program, in the order in which one would choose them: the first that does not lack anything.</summary>
static class BaseCandidates
{
    static readonly BaseCandidate Scratch = new("scratch", 0, false, null, null, "a program that needs nothing: no certificates, no time zones, no users");
    static readonly BaseCandidate Static = new("gcr.io/distroless/static-debian12:nonroot", 3, false, null, null, "a static program; certificates, time zones and a user are there");
    static readonly BaseCandidate Cc = new("gcr.io/distroless/cc-debian12:nonroot", 24, false, null, "glibc", "a program that needs libc and its C++ library, and no shell");
    static readonly BaseCandidate Alpine = new("alpine:3.22", 8, true, "apk", "musl", "a program that was compiled for musl, and wants a package or a shell");
    static readonly BaseCandidate Debian = new("debian:13-slim", 78, true, "apt", "glibc", "a program that wants packages of a distribution");

    public static IReadOnlyList<BaseCandidate> For(ProgramKind kind) => kind switch
    {
        ProgramKind.Static => [Static, Scratch, Alpine, Debian],
        ProgramKind.Linked => [Cc, Debian, Alpine],
        ProgramKind.Node =>
        [
            new("gcr.io/distroless/nodejs24-debian12:nonroot", 170, false, null, "glibc", "a program without scripts that start others"),
            new("node:24-slim", 230, true, "apt", "glibc", "packages with native parts, or scripts"),
            new("node:24-alpine", 160, true, "apk", "musl", "where every native package is there for musl"),
            new("node:24", 1100, true, "apt", "glibc", "compiling, in a stage that does not ship"),
        ],
        ProgramKind.Python =>
        [
            new("python:3.13-slim", 125, true, "apt", "glibc", "most programs: wheels are made for it"),
            new("gcr.io/distroless/python3-debian12:nonroot", 65, false, null, "glibc", "a program whose packages were installed for the same Python elsewhere"),
            new("python:3.13-alpine", 50, true, "apk", "musl", "where every package has a wheel for musl"),
            new("python:3.13", 1020, true, "apt", "glibc", "compiling, in a stage that does not ship"),
        ],
        ProgramKind.Java =>
        [
            new("eclipse-temurin:21-jre", 280, true, "apt", "glibc", "most programs"),
            new("gcr.io/distroless/java21-debian12:nonroot", 220, false, null, "glibc", "a program that starts no other one"),
            new("eclipse-temurin:21-jre-alpine", 210, true, "apk", "musl", "where no library brings native parts for glibc"),
            new("debian:13-slim", 140, true, "apt", "glibc", "a runtime of just the modules that jdeps names, made by jlink"),
        ],
        ProgramKind.DotNet =>
        [
            new("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled", 115, false, null, "glibc", "most programs; '-extra' has ICU and time zones"),
            new("mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled", 12, false, null, "glibc", "a program that is published trimmed and self-contained, or native"),
            new("mcr.microsoft.com/dotnet/aspnet:10.0-alpine", 120, true, "apk", "musl", "where a shell is needed"),
            new("mcr.microsoft.com/dotnet/aspnet:10.0", 220, true, "apt", "glibc", "where packages of a distribution are needed"),
        ],
        _ => [Cc, Debian, Alpine],
    };
}
