using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Java;

/// <summary>Builds with Gradle, by the wrapper where there is one.</summary>
static class GradleDockerfile
{
    // Gradle 8 does not run on Java 25: https://docs.gradle.org/current/userguide/compatibility.html
    const int FirstJavaOfGradle9 = 25;

    static readonly string Cache = DockerfileText.LockedCache("/root/.gradle");

    /// <summary>What a project makes; null where that is nothing to start.</summary>
    public static JavaProgram? ProgramOf(FolderTree tree, GradleProject project) =>
        project.HasSpringBoot ? JavaProgram.SpringBoot.Of(project.SpringBootVersion)
        : project.HasQuarkus ? new JavaProgram.Quarkus()
        : project.HasApplication && (project.MainClass ?? JavaSources.MainClass(tree, project.Folder)) is { } main ? new JavaProgram.Jars(main)
        : null;

    public static string Of(GradleProject project, JavaProgram program, string image, int? port)
    {
        var version = Java.JavaVersion.For(project.JavaVersion);
        return JavaDockerfile.Of(
            project.HasWrapper ? JavaDockerfile.WrapperBase(version) : $"gradle:{(Versions.Of(version).Major >= FirstJavaOfGradle9 ? 9 : 8)}-jdk{version}",
            project.HasNativeLibraries,
            project.IsAlone ? Fetch(project) : null,
            DockerfileText.Run(
                [Cache],
                [
                    $"{Gradle(project)} {project.TaskPrefix}{TaskOf(program)}",
                    .. program.Collect(Made(project, program), program is JavaProgram.Jars ? $"{Build(project)}/install/*/lib" : null),
                ]),
            JavaDockerfile.Final(program, version, image, port));
    }

    // A daemon would outlive no step.
    static string Gradle(GradleProject project) => $"{(project.HasWrapper ? "sh gradlew" : "gradle")} --no-daemon";

    static string Fetch(GradleProject project) => DockerfileText.Lines(
        "# Plugins and the graph of dependencies first: this step is done again only when one of these files changes.",
        DockerfileText.Run([Cache, .. project.Manifests.Select(x => DockerfileText.Bind(x))], $"{Gradle(project)} dependencies"));

    static string TaskOf(JavaProgram program) => program switch
    {
        JavaProgram.SpringBoot => "bootJar",
        JavaProgram.Quarkus => "quarkusBuild",
        _ => "installDist",
    };

    static string Build(GradleProject project) => project.IsModule ? $"{Paths.Relative(project.Root, project.Folder)}/build" : "build";

    // Only the one task ran, so there is one jar.
    static string Made(GradleProject project, JavaProgram program) =>
        program is JavaProgram.Quarkus ? $"{Build(project)}/quarkus-app" : $"{Build(project)}/libs/*.jar";
}
