namespace Kiln.Linting.Toolchains;

/// <summary>The bases that rules know something of.</summary>
static class KnownBases
{
    static readonly string[] Light = ["slim", "alpine", "distroless", "chiseled", "nonroot", "minimal", "micro", "static", "scratch", "-jre", "nanoserver"];

    static readonly KnownBase[] All =
    [
        new("golang", 840) { IsForBuilding = true, RunsOn = "scratch or gcr.io/distroless/static:nonroot" },
        new("rust", 1500) { IsForBuilding = true, RunsOn = "debian:13-slim or gcr.io/distroless/cc:nonroot" },
        new("gcc", 1400) { IsForBuilding = true, RunsOn = "debian:13-slim" },
        new("maven", 520) { IsForBuilding = true, RunsOn = "eclipse-temurin:21-jre" },
        new("gradle", 670) { IsForBuilding = true, RunsOn = "eclipse-temurin:21-jre" },
        new("sdk", 850) { IsForBuilding = true, RunsOn = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled" },
        new("node", 1100) { LighterSuffix = "-slim", LighterMegabytes = 230 },
        new("python", 1020) { LighterSuffix = "-slim", LighterMegabytes = 125 },
        new("ruby", 1000) { LighterSuffix = "-slim", LighterMegabytes = 220 },
        new("perl", 900) { LighterSuffix = "-slim", LighterMegabytes = 150 },
        new("php", 500) { LighterSuffix = "-alpine", LighterMegabytes = 110 },
        new("debian", 120) { LighterSuffix = "-slim", LighterMegabytes = 78 },
        new("nginx", 190) { LighterSuffix = "-alpine", LighterMegabytes = 50 },
        new("httpd", 150) { LighterSuffix = "-alpine", LighterMegabytes = 60 },
        new("aspnet", 220) { LighterSuffix = "-noble-chiseled", LighterMegabytes = 115 },
        new("runtime", 195) { LighterSuffix = "-noble-chiseled", LighterMegabytes = 85 },
        new("runtime-deps", 120) { LighterSuffix = "-noble-chiseled", LighterMegabytes = 12 },
    ];

    /// <summary>What is known of an image as a FROM names it; null for others, and where the name holds a variable.</summary>
    public static KnownBase? Find(string image) => image.Contains('$') ? null : All.FirstOrDefault(x => x.Repository == RepositoryOf(image));

    /// <summary>A tag of a kind that is made small.</summary>
    public static bool IsLight(string image) => Light.Any(x => image.Contains(x, StringComparison.OrdinalIgnoreCase));

    /// <summary>The tag; empty without one.</summary>
    public static string TagOf(string image)
    {
        var name = image.Split('@')[0];
        return name.IndexOf(':', name.LastIndexOf('/') + 1) is var colon and >= 0 ? name[(colon + 1)..] : "";
    }

    static string RepositoryOf(string image)
    {
        var last = image.Split('@')[0];
        last = last[(last.LastIndexOf('/') + 1)..];
        return last.Split(':')[0];
    }
}
