using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Java;

/// <summary>What Dockerfiles of Maven and Gradle have in common.</summary>
static class JavaDockerfile
{
    /// <summary>For a wrapper, which fetches Maven or Gradle itself and needs nothing but a compiler.</summary>
    public static string WrapperBase(string version) => $"eclipse-temurin:{version}-jdk";

    public static string Of(string builder, string? fetch, string build, string final) => DockerfileText.Of(
        $"""
        # build compiles, and takes the result apart; what the tool downloads stays in a cache that one build at a time may use.
        FROM {builder} AS build
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
