using Kiln.Primitives;

namespace Kiln.Scaffolding.Java;

/// <summary>What a project of Java is built into, and how that is started.</summary>
abstract record JavaProgram
{
    JavaProgram()
    {
    }

    /// <summary>One jar that holds all others, which is taken apart so that each kind gets a layer.</summary>
    /// <param name="HasTools">Since Spring Boot 3.3 the jar takes itself apart in another way.</param>
    /// <param name="Launcher">The class that starts what was taken apart; not used with the tools.</param>
    public sealed record SpringBoot(bool HasTools, string Launcher) : JavaProgram
    {
        public static SpringBoot Of(Version? version) => new(
            version is null || version >= new Version(3, 3),
            version is not null && version < new Version(3, 2)
                ? "org.springframework.boot.loader.JarLauncher"
                : "org.springframework.boot.loader.launch.JarLauncher");

        /// <summary>From what rarely changes to what always does.</summary>
        public static string[] Layers { get; } = ["dependencies", "spring-boot-loader", "snapshot-dependencies", "application"];
    }

    /// <summary>A folder with a jar that names the others.</summary>
    public sealed record Quarkus : JavaProgram;

    /// <summary>One jar with all that it needs, or nothing to need.</summary>
    public sealed record SingleJar : JavaProgram;

    /// <summary>A jar, a folder with those that it needs, and the class to start.</summary>
    public sealed record Jars(string MainClass) : JavaProgram;

    public string Kind => this switch
    {
        SpringBoot => "Spring Boot",
        Quarkus => "Quarkus",
        _ => "",
    };

    /// <summary>What the last stage copies out of <c>/out</c>.</summary>
    public ValueList<string> Copies => this switch
    {
        SpringBoot => [.. SpringBoot.Layers.Select(x => $"COPY --from=build /out/{x}/ ./")],
        Quarkus => [.. new[] { "lib", "app", "quarkus" }.Select(x => $"COPY --from=build /out/{x}/ ./{x}/"), "COPY --from=build /out/quarkus-run.jar ./"],
        SingleJar => ["COPY --from=build /out/application.jar ./"],
        _ => ["COPY --from=build /out/lib/ ./lib/", "COPY --from=build /out/application.jar ./"],
    };

    /// <summary>For ENTRYPOINT, behind the options of Java.</summary>
    public ValueList<string> Start => this switch
    {
        SpringBoot { HasTools: false } boot => [boot.Launcher],
        Quarkus => ["-jar", "quarkus-run.jar"],
        Jars jars => ["-cp", "application.jar:lib/*", jars.MainClass],
        _ => ["-jar", "application.jar"],
    };

    /// <summary>Commands that make <c>/out</c> of what was built: a jar, or a folder.</summary>
    /// <param name="made">Its path, in a form that a shell expands.</param>
    /// <param name="libraries">The folder with the jars that it needs, if it has one: with the jar itself, perhaps.</param>
    public IEnumerable<string> Collect(string made, string? libraries = null) => this switch
    {
        SpringBoot boot =>
        [
            $"cp {made} application.jar",
            boot.HasTools
                ? "java -Djarmode=tools -jar application.jar extract --layers --destination /out"
                : "java -Djarmode=layertools -jar application.jar extract --destination /out",
        ],
        Quarkus => [$"cp -r {made} /out"],
        _ =>
        [
            this is Jars ? "mkdir -p /out/lib" : "mkdir /out",
            .. libraries is null ? [] : new[] { $"cp -r {libraries}/. /out/lib/" },
            $"cp {made} /out/application.jar",
            // What changes with each commit stays out of the layer of what rarely does.
            .. libraries is null ? [] : new[] { $"rm -f \"/out/lib/$(basename {made})\"" },
        ],
    };
}
