using Kiln.Linting;
using Kiln.Linting.Rules.Stages;
using Kiln.Linting.Toolchains;

namespace Kiln.Advising;

/// <summary>Tells from a Dockerfile what its program needs: by what the final stage starts from, else by what compiles it.</summary>
static class ProgramKinds
{
    const string DotNet = "mcr.microsoft.com/dotnet/";
    const string Distroless = "gcr.io/distroless/";

    public static ProgramNeeds Of(LintSubject subject)
    {
        var root = StageBase.OfFinal(subject);
        var name = root is { Name: "scratch" } ? new BaseName("scratch", "") : root is { IsImage: true, IsOpen: false } ? BaseName.Of(root.Name) : null;
        var needs = name is null ? null : OfBase(subject, name) ?? CompiledPrograms.Of(subject, name);
        return (needs ?? new ProgramNeeds(ProgramKind.Unknown)) with { UsesShell = FinalShell.IsUsed(subject) };
    }

    static ProgramNeeds? OfBase(LintSubject subject, BaseName name) => name.Repository switch
    {
        "node" => new(ProgramKind.Node, name.Version(1)),
        "python" => new(ProgramKind.Python, name.Version(2)),
        "ruby" => new(ProgramKind.Ruby, name.Version(2)),
        "php" => new(ProgramKind.Php, name.Version(2)) { Flavor = name.Parts.FirstOrDefault(x => x is "apache" or "fpm") },
        "nginx" or "nginxinc/nginx-unprivileged" => new(ProgramKind.Site, name.Version(2)),
        "eclipse-temurin" or "openjdk" or "amazoncorretto" or "ibm-semeru-runtimes" or "sapmachine" or "maven" or "gradle" => new(ProgramKind.Java, JavaVersionOf(name)),
        $"{DotNet}aspnet" => new(ProgramKind.DotNet, name.Version(2)),
        $"{DotNet}runtime" => new(ProgramKind.DotNet, name.Version(2)) { Flavor = "runtime" },
        $"{DotNet}runtime-deps" => new(ProgramKind.SelfContainedDotNet, name.Version(2)),
        $"{DotNet}sdk" => CompiledPrograms.OfDotNet(subject, name),
        _ => name.Repository.StartsWith(Distroless, StringComparison.Ordinal) ? OfDistroless(name.Repository[Distroless.Length..]) : null,
    };

    // nodejs24-debian12, java21-debian12; python3 is the Python of its Debian.
    static ProgramNeeds? OfDistroless(string image)
    {
        var language = image.Split('-')[0];
        var version = string.Concat(language.SkipWhile(x => !char.IsAsciiDigit(x)));
        return language[..^version.Length] switch
        {
            "nodejs" when version.Length > 0 => new(ProgramKind.Node, version),
            "java" when version.Length > 0 => new(ProgramKind.Java, version),
            "python" => new(ProgramKind.Python, image.EndsWith("debian13", StringComparison.Ordinal) ? "3.13" : "3.11"),
            _ => null,
        };
    }

    /// <summary>Java's version, which stands behind that of the tool where there is one: <c>3.9-eclipse-temurin-17</c>, <c>8.5-jdk17</c>.</summary>
    public static string? JavaVersionOf(BaseName name) => name.Repository is not ("maven" or "gradle") ? name.Version(1) : name.Parts.Skip(1)
        .Select(x => x.StartsWith("jdk", StringComparison.Ordinal) ? x[3..] : x).LastOrDefault(x => x.Length > 0 && x.All(char.IsAsciiDigit));
}
