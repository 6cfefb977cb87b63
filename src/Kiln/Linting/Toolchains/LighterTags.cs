namespace Kiln.Linting.Toolchains;

/// <summary>How publishers call the lighter kind of a tag. Each function gives null where a tag is light already, or has no lighter kind.</summary>
static class LighterTags
{
    static readonly string[] Codenames = ["trixie", "bookworm", "bullseye", "buster", "noble", "jammy", "focal"];
    static readonly string[] Light = ["slim", "alpine", "windowsservercore", "nanoserver", "chiseled", "distroless"];

    /// <summary><c>3.13-slim</c>, <c>3.13-slim-bookworm</c>.</summary>
    public static string? Slim(BaseName name) => IsLight(name) ? null : WithVersion(name, x => CodenameOf(name) is { } codename
        ? $"{x[..^(codename.Length + 1)]}-slim-{codename}"
        : $"{x}-slim");

    /// <summary><c>24-slim</c>, <c>24-bookworm-slim</c>.</summary>
    public static string? SlimAtEnd(BaseName name) =>
        IsLight(name) || name.Tag.EndsWith("-backports", StringComparison.Ordinal) ? null : WithVersion(name, x => $"{x}-slim");

    /// <summary><c>1.29-alpine</c>; kinds with more in them have other names.</summary>
    public static string? Alpine(BaseName name) => IsLight(name) || name.Parts.Any(x => x is "apache" or "perl" or "otel")
        ? null
        : WithVersion(name, x => $"{(CodenameOf(name) is { } codename ? x[..^(codename.Length + 1)] : x)}-alpine");

    /// <summary>A runtime without compiler and tools: <c>21-jre</c>, of the same distribution.</summary>
    public static string? Jre(BaseName name) => name.Parts.Any(x => x is "jre" or "windowsservercore" or "nanoserver") ? null
        : name.Parts.Contains("jdk") ? $"{name.Repository}:{string.Join('-', name.Parts.Select(x => x == "jdk" ? "jre" : x))}"
        : WithVersion(name, x => string.Join('-', [name.Parts[0], "jre", .. name.Parts.Skip(1)]));

    /// <summary>The runtime of a publisher who makes them for all versions.</summary>
    public static string? TemurinJre(BaseName name) => name.Parts.Any(x => x is "jre" or "headless" or "windowsservercore" or "nanoserver")
        ? null
        : $"eclipse-temurin:{name.Version(1) ?? "<version>"}-jre{(name.Tag.Contains("alpine", StringComparison.Ordinal) ? "-alpine" : "")}";

    /// <summary>Ubuntu without shell and packages, as .NET has it since version 6.</summary>
    public static string? Chiseled(BaseName name)
    {
        if (name.Parts.Any(x => x is "chiseled" or "alpine" or "distroless" or "nanoserver" or "windowsservercore" or "extra")
            || name.Tag.Contains("alpine", StringComparison.Ordinal))
            return null;
        var version = name.Version(2);
        var codename = name.Parts.FirstOrDefault(x => x is "noble" or "jammy") ?? ChiseledCodename(version);
        return $"{name.Repository}:{version ?? "<version>"}-{codename}-chiseled";
    }

    /// <summary>The Ubuntu whose chiseled kind a version of .NET has.</summary>
    public static string ChiseledCodename(string? version) => version?.Split('.')[0] is "6" or "7" ? "jammy" : "noble";

    /// <summary>Whether a tag is of a kind that is made small.</summary>
    public static bool IsLight(BaseName name) => name.Parts.Any(x => Light.Any(y => x.StartsWith(y, StringComparison.Ordinal)));

    static string? CodenameOf(BaseName name) => name.Parts.Count > 1 && Codenames.Contains(name.Parts[^1]) ? name.Parts[^1] : null;

    // A tag without a number is nothing to build a name on.
    static string WithVersion(BaseName name, Func<string, string> kind) =>
        name.Tag is "" or "latest" ? $"{name.Repository}:{kind("<version>")}" : $"{name.Repository}:{kind(name.Tag)}";
}
