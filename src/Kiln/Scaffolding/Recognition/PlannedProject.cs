using Kiln.Primitives;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Recognition;

/// <summary>The files of a project beside what is there.</summary>
static class PlannedProject
{
    public static ScaffoldedProject Of(FolderTree tree, NamedProject named)
    {
        var project = named.Project;
        (string Path, string Text)[] files =
        [
            (project.DockerfilePath, DockerfileText.WithHead(Paths.Relative(project.Context, project.Marker), project.Dockerfile(named.Name))),
            (project.IgnorePath, IgnoreText.Sent(tree, project.Context, project.Ignore)),
            .. project.Others,
        ];
        return new ScaffoldedProject(named.Name, project.Folder.Length == 0 ? "." : project.Folder, project.Language)
        {
            Kind = project.Kind,
            Marker = project.Marker,
            Files = files.Select(x => new ScaffoldedFile(x.Path, tree.TryRead(x.Path), x.Text)).ToValueList(),
            ImageLine = LineOf(named),
            Notes = project.Notes,
        };
    }

    static string LineOf(NamedProject named)
    {
        var context = named.Project.Context.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(x => $" / {Quoted(x)}");
        var dockerfile = Paths.Relative(named.Project.Context, named.Project.DockerfilePath);
        var properties = dockerfile == "Dockerfile" ? "" : $" {{ Dockerfile = {Quoted(dockerfile)} }}";
        return $"new({Quoted(named.Name)}, RootDirectory{string.Concat(context)}){properties},";
    }

    static string Quoted(string text) => $"\"{text.Replace("\\", @"\\").Replace("\"", "\\\"")}\"";
}
