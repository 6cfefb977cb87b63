namespace Kiln.Linting.Toolchains;

/// <summary>The bases that rules know something of: official names only, since nobody knows what <c>corp.example.com/node</c> holds.</summary>
static class KnownBases
{
    static readonly SmallerBase OnStatic = new("scratch or gcr.io/distroless/static:nonroot", 3);
    static readonly SmallerBase OnDebian = new("debian:13-slim", 78);
    static readonly SmallerBase OnJava = new("eclipse-temurin:21-jre", 280);

    static readonly Dictionary<string, KnownBase> All = new KnownBase[]
    {
        new("golang", 840) { IsForBuilding = true, RunsOn = OnStatic },
        new("rust", 1500) { IsForBuilding = true, RunsOn = new("debian:13-slim or gcr.io/distroless/cc:nonroot", 78) },
        new("rustlang/rust", 1500) { IsForBuilding = true, RunsOn = new("debian:13-slim or gcr.io/distroless/cc:nonroot", 78) },
        new("gcc", 1400) { IsForBuilding = true, RunsOn = OnDebian },
        new("haskell", 2500) { IsForBuilding = true, RunsOn = OnDebian },
        new("maven", 520) { IsForBuilding = true, RunsOn = OnJava },
        new("gradle", 670) { IsForBuilding = true, RunsOn = OnJava },
        new("mcr.microsoft.com/dotnet/sdk", 850) { IsForBuilding = true, RunsOn = new("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled", 115) },
        new("node", 1100) { Lighter = LighterTags.SlimAtEnd, LighterMegabytes = 230 },
        new("python", 1020) { Lighter = LighterTags.Slim, LighterMegabytes = 125 },
        new("ruby", 1000) { Lighter = LighterTags.Slim, LighterMegabytes = 220 },
        new("perl", 900) { Lighter = LighterTags.Slim, LighterMegabytes = 150 },
        new("php", 500) { Lighter = LighterTags.Alpine, LighterMegabytes = 110 },
        new("debian", 120) { Lighter = LighterTags.SlimAtEnd, LighterMegabytes = 78 },
        new("nginx", 190) { Lighter = LighterTags.Alpine, LighterMegabytes = 50 },
        new("nginxinc/nginx-unprivileged", 190) { Lighter = LighterTags.Alpine, LighterMegabytes = 50 },
        new("httpd", 150) { Lighter = LighterTags.Alpine, LighterMegabytes = 60 },
        new("eclipse-temurin", 460) { Lighter = LighterTags.Jre, LighterMegabytes = 280 },
        new("openjdk", 470) { Lighter = LighterTags.TemurinJre, LighterMegabytes = 280 },
        new("amazoncorretto", 480) { Lighter = LighterTags.TemurinJre, LighterMegabytes = 280 },
        new("ibm-semeru-runtimes", 480) { Lighter = LighterTags.Jre, LighterMegabytes = 280 },
        new("mcr.microsoft.com/dotnet/aspnet", 220) { Lighter = LighterTags.Chiseled, LighterMegabytes = 115 },
        new("mcr.microsoft.com/dotnet/runtime", 195) { Lighter = LighterTags.Chiseled, LighterMegabytes = 85 },
        new("mcr.microsoft.com/dotnet/runtime-deps", 120) { Lighter = LighterTags.Chiseled, LighterMegabytes = 12 },
    }.ToDictionary(x => x.Repository);

    /// <summary>What is known of an image as a FROM names it; null for others, and where the name holds a variable.</summary>
    public static KnownBase? Find(string image) => BaseName.Of(image) is { } name ? All.GetValueOrDefault(name.Repository) : null;

    /// <summary>The lighter kind of an image; null where there is none, and for one that is light already.</summary>
    public static SmallerBase? LighterThan(string image) =>
        BaseName.Of(image) is { } name && All.GetValueOrDefault(name.Repository) is { } known && known.Lighter(name) is { } lighter
            ? new SmallerBase(lighter, known.LighterMegabytes)
            : null;
}
