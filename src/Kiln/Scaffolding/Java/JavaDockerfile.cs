using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Java;

/// <summary>What Dockerfiles of Maven and Gradle have in common.</summary>
static class JavaDockerfile
{
    /// <summary>For a wrapper, which fetches Maven or Gradle itself and needs nothing but a compiler.</summary>
    public static string WrapperBase(string version) => $"eclipse-temurin:{version}-jdk";

    /// <summary>All stages.</summary>
    /// <param name="builder">The image with what compiles.</param>
    /// <param name="hasNative">Its libraries are chosen for the platform that the build runs on, so it has to run on the one that is asked for.</param>
    /// <param name="fetch">The steps before the sources are there; null for none.</param>
    /// <param name="build">The step that leaves the result in <c>/out</c>.</param>
    /// <param name="final">The last stage.</param>
    public static string Of(string builder, bool hasNative, string? fetch, string build, string final) => DockerfileText.Of(
        $"""
        # build compiles{(hasNative ? "" : " where the build runs, since jars are the same everywhere")}; what the tool downloads stays in a cache that one build at a time may use.
        FROM {(hasNative ? "" : "--platform=$BUILDPLATFORM ")}{builder} AS build
        WORKDIR /src
        """,
        fetch,
        $"COPY . .\n{build}",
        final);

    public static string Final(JavaProgram program, string version, string image, int? port) => DockerfileText.Lines(
    [
        "# final runs Java, and compiles nothing.",
        $"FROM eclipse-temurin:{version}-jre AS final",
        DockerfileText.Title(image),
        "WORKDIR /app",
        .. program.Copies,
        "USER 65532:65532",
        DockerfileText.Expose(port),
        "# Without the option Java would use a quarter of the memory that the container may have.",
        $"ENTRYPOINT {DockerfileText.Json(["java", "-XX:MaxRAMPercentage=75", .. program.Start])}",
    ]);
}
