using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Java;

/// <summary>Builds with Maven, by the wrapper where there is one.</summary>
static class MavenDockerfile
{
    static readonly string Cache = DockerfileText.LockedCache("/root/.m2");

    /// <summary>What a project makes; null where that is nothing to start.</summary>
    public static JavaProgram? ProgramOf(FolderTree tree, MavenProject project)
    {
        var main = JavaSources.MainClass(tree, project.Folder);
        if (project.Plugin("spring-boot-maven-plugin") is not null && (main is not null || project.HasOwnPlugin("spring-boot-maven-plugin")))
            return JavaProgram.SpringBoot.Of(project.SpringBootVersion);
        if (project.HasOwnPlugin("quarkus-maven-plugin"))
            return new JavaProgram.Quarkus();
        if (project.HasOwnPlugin("maven-shade-plugin") || project.HasOwnPlugin("maven-assembly-plugin"))
            return new JavaProgram.SingleJar();
        var named = project.Own.All("mainClass").Select(x => project.Resolve(x.Value.Trim())).FirstOrDefault(x => x is not null)
            ?? project.Property("exec.mainClass") ?? project.Property("mainClass") ?? project.Property("main.class") ?? main;
        return named is null ? null : new JavaProgram.Jars(named);
    }

    public static string Of(MavenProject project, JavaProgram program, string image, int? port)
    {
        var version = Java.JavaVersion.For(project.JavaVersion);
        return JavaDockerfile.Of(
            project.HasWrapper ? JavaDockerfile.WrapperBase(version) : $"maven:3-eclipse-temurin-{version}",
            project.HasNativeLibraries,
            project is { IsAlone: true, HasDependencies: true } ? Fetch(project) : null,
            DockerfileText.Run([Cache], [Package(project, program), .. program.Collect(Made(project, program), Libraries(project, program))]),
            JavaDockerfile.Final(program, version, image, port));
    }

    static string Maven(MavenProject project)
    {
        var root = Paths.Relative(project.Context, project.Root);
        var file = root.Length == 0 ? "" : $" --file {DockerfileText.Word(Paths.Join(root, "pom.xml"))}";
        return $"{(project.HasWrapper ? $"sh {DockerfileText.Word(Paths.Join(root, "mvnw"))}" : "mvn")} --batch-mode{file}";
    }

    static string Fetch(MavenProject project) => DockerfileText.Lines(
        "# Dependencies first: this step is done again only when one of these files changes.",
        DockerfileText.Run(
            [
                Cache,
                DockerfileText.Bind("pom.xml"),
                .. project.HasWrapper ? [DockerfileText.Bind("mvnw")] : Array.Empty<string>(),
                .. project.HasSettings ? [DockerfileText.Bind(".mvn")] : Array.Empty<string>(),
            ],
            $"{Maven(project)} dependency:go-offline"));

    static string Package(MavenProject project, JavaProgram program)
    {
        var module = project.IsModule ? $" --projects {DockerfileText.Word(Paths.Relative(project.Root, project.Folder))} --also-make" : "";
        var libraries = Libraries(project, program) is not null ? " dependency:copy-dependencies -DincludeScope=runtime" : "";
        var noSources = project.Plugin("maven-source-plugin") is null ? "" : " -Dmaven.source.skip";
        var noPages = project.Plugin("maven-javadoc-plugin") is null ? "" : " -Dmaven.javadoc.skip";
        // A jar of tests would lie beside the program's; others of the repository may want it.
        var makesTestJar = project.IsAlone && project.Plugin("maven-jar-plugin")?.All("goal").Any(x => x.Value.Trim() == "test-jar") is true;
        return $"{Maven(project)}{module} package{libraries} {(makesTestJar ? "-Dmaven.test.skip" : "-DskipTests")}{noSources}{noPages}";
    }

    static string? Libraries(MavenProject project, JavaProgram program) =>
        program is JavaProgram.Jars && project.HasRunTimeDependencies ? $"{Target(project)}/dependency" : null;

    static string Target(MavenProject project) => Paths.Join(Paths.Relative(project.Context, project.Folder), "target");

    // The version is part of the file's name, and changes with each release.
    static string Made(MavenProject project, JavaProgram program)
    {
        var target = Target(project);
        var named = project.Own.TextAt("build", "finalName") is { } text ? project.Resolve(text) ?? "*" : $"{project.Artifact}-*";
        var isAssembly = program is JavaProgram.SingleJar && !project.HasOwnPlugin("maven-shade-plugin");
        return program switch
        {
            JavaProgram.Quarkus => $"{target}/quarkus-app",
            JavaProgram.SingleJar when isAssembly => $"{target}/*-jar-with-dependencies.jar",
            _ => $"{target}/{named}.jar",
        };
    }
}
