using Kiln.Scaffolding.Recognition;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Java;

/// <summary>A project of Maven or Gradle, alone or built together with others.</summary>
sealed class JavaLanguage() : Language(ScaffoldLanguage.Java, "Java", "pom.xml", "build.gradle", "build.gradle.kts")
{
    const int UsualPort = 8080;

    public override IEnumerable<Finding> In(FolderTree tree, string folder)
    {
        if (MavenProject.Read(tree, folder) is { } maven)
            return OfMaven(tree, maven);
        return GradleProject.Read(tree, folder) is { } gradle ? OfGradle(tree, gradle) : [];
    }

    IEnumerable<Finding> OfMaven(FolderTree tree, MavenProject project)
    {
        // It only holds others together.
        if (project.Packaging == "pom")
            return [];
        if (project.Packaging is "war" or "ear")
            return [Without(project, $"its packaging is {project.Packaging}, which an application server runs; for an image make it a jar.")];
        if (MavenDockerfile.ProgramOf(tree, project) is not { } program)
            return [Without(project, "it has neither a plugin that makes a program, nor a class with main.") with { IsLibrary = project.IsModule }];

        var isServer = program is JavaProgram.Quarkus || project.DependsOn("spring-boot-starter-web");
        var port = JavaSources.Port(tree, project.Folder) ?? (isServer ? UsualPort : null);
        return
        [
            new FoundProject(Id, project.Folder, project.Marker)
            {
                Kind = KindOf(program, project.HasWrapper ? "Maven's wrapper" : "Maven"),
                Title = project.Folder.Length > 0 ? Paths.Name(project.Folder) : project.Artifact,
                Context = project.Context,
                Dockerfile = name => MavenDockerfile.Of(project, program, name, port),
                Ignore = IgnoreText.Of(Results(tree, project.Context, ["pom.xml"], "target")),
                Notes = GradleProject.Read(tree, project.Folder) is null ? [] : ["There is a build script of Gradle, too; Maven is used."],
            },
        ];
    }

    IEnumerable<Finding> OfGradle(FolderTree tree, GradleProject project)
    {
        if (GradleDockerfile.ProgramOf(tree, project) is not { } program)
        {
            var reason = "it has neither the plugin of Spring Boot, nor 'application' with a class to start.";
            return [PassOver(project.Folder, project.Marker, reason) with { IsLibrary = project.IsModule || !project.IsAlone }];
        }

        var port = JavaSources.Port(tree, project.Folder) ?? (project.UsesWeb || program is JavaProgram.Quarkus ? UsualPort : null);
        return
        [
            new FoundProject(Id, project.Folder, project.Marker)
            {
                Kind = KindOf(program, project.HasWrapper ? "Gradle's wrapper" : "Gradle"),
                Title = project.Folder.Length > 0 ? Paths.Name(project.Folder) : "",
                Context = project.Root,
                Dockerfile = name => GradleDockerfile.Of(project, program, name, port),
                Ignore = IgnoreText.Of([.. Results(tree, project.Root, ["build.gradle", "build.gradle.kts"], "build"), "**/.gradle", "**/.kotlin"]),
                Notes = !project.HasJvmArguments ? []
                    : ["applicationDefaultJvmArgs are those of the start script, which the image does without: add them to ENTRYPOINT."],
            },
        ];
    }

    PassedOver Without(MavenProject project, string reason) => PassOver(project.Folder, project.Marker, reason);

    static string KindOf(JavaProgram program, string tool) => $"Java{(program.Kind.Length == 0 ? "" : $", {program.Kind}")} with {tool}";

    // By folder, since a package of Java may be called like a folder of results.
    static IEnumerable<string> Results(FolderTree tree, string root, string[] markers, string name) =>
        from folder in tree.Folders
        where Paths.IsIn(root, folder) && markers.Any(x => tree.HasFile(Paths.Join(folder, x)))
        select Paths.Relative(root, Paths.Join(folder, name));
}
