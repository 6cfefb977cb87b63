using Kiln.Linting.Rules.Stages;

namespace Kiln.Linting.Rules.Style;

/// <summary>What is known, without asking a registry, of the variables that base images set. All of them set PATH.</summary>
static class BaseEnvironment
{
    const string Library = "library/";

    // Their configurations set PATH and nothing else.
    static readonly string[] Bare =
        ["almalinux", "alpine", "amazonlinux", "busybox", "centos", "debian", "oraclelinux", "rockylinux", "ubuntu"];

    // Set by images of languages and servers; names that begin with the image's own are not listed.
    static readonly string[] Common =
    [
        "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_URLS", "ASPNET_VERSION", "CARGO_HOME", "CATALINA_HOME", "DOTNET_SDK_VERSION",
        "DOTNET_VERSION", "GEM_HOME", "GOLANG_VERSION", "GOPATH", "GOTOOLCHAIN", "GRADLE_HOME", "JAVA_HOME", "JAVA_VERSION",
        "LANG", "LANGUAGE", "LC_ALL", "LD_LIBRARY_PATH", "MAVEN_HOME", "NODE_VERSION", "PGDATA", "PG_MAJOR", "PG_VERSION",
        "PYTHON_VERSION", "RUBY_VERSION", "RUSTUP_HOME", "RUST_VERSION", "YARN_VERSION",
    ];

    // What a shell sets when it runs; Dockerfiles have no shell outside of RUN.
    static readonly string[] OfShell = ["HOME", "HOSTNAME", "OLDPWD", "PWD", "SHELL", "USER"];

    /// <summary>It sets nothing but PATH.</summary>
    public static bool IsBare(string? image) => image == "scratch" || Bare.Contains(OfficialName(image));

    /// <summary>An image of Docker Hub's library, whose variables have well-known names.</summary>
    public static bool IsOfficial(string? image) => OfficialName(image) is not null;

    /// <summary>No image of Docker Hub's library sets it.</summary>
    public static bool IsOfShell(string name) => OfShell.Contains(name);

    /// <summary>An image that is not bare may set this variable, though the file declares one of that name as well.</summary>
    public static bool MaySet(string? image, string name) =>
        Common.Contains(name)
        || (image?[(image.LastIndexOf('/') + 1)..].Split(':', '@')[0].ToUpperInvariant() is { Length: > 0 } own
            && name.StartsWith($"{own}_", StringComparison.Ordinal));

    static string? OfficialName(string? image) =>
        image?.StartsWith(FromScope.Unknown, StringComparison.Ordinal) == false
        && ImageReference.TryParse(image.Split('@')[0], out var reference)
        && reference.Registry == "docker.io" && reference.Repository.StartsWith(Library, StringComparison.Ordinal)
            ? reference.Repository[Library.Length..]
            : null;
}
