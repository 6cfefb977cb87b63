using System.Text.RegularExpressions;
using Kiln.Scaffolding.Recognition;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Python;

/// <summary>A folder whose packages pip, Poetry or uv installs, with something to start.</summary>
sealed partial class PythonLanguage() : Language(ScaffoldLanguage.Python, "Python", "requirements.txt", "poetry.lock", "uv.lock")
{
    static readonly string[] VersionsFromGit = ["setuptools-scm", "hatch-vcs", "versioningit", "poetry-dynamic-versioning", "uv-dynamic-versioning"];

    public override IEnumerable<Finding> In(FolderTree tree, string folder)
    {
        if (PythonProject.Read(tree, folder) is not { } project)
            return PyprojectAlone(tree, folder);
        if (UvWorkspace.At(tree, folder) is { Members.Count: > 0 } && project.Name is null)
            return [PassOver(folder, project.Marker, "it holds a workspace together, and images are made of its members.") with { IsLibrary = true }];
        if (PythonStart.Of(project) is not { } start)
        {
            const string Reason = "nothing is found that could be started: no app of Django, FastAPI or Flask, no __main__.py, no main.py or app.py.";
            return [PassOver(folder, project.Marker, Reason) with { IsLibrary = project.Workspace is not null }];
        }

        var installer = project.Installer switch { PythonInstaller.Pip => "pip", PythonInstaller.Poetry => "Poetry", _ => "uv" };
        var port = start.Port ?? PortOf(tree, project, start);
        return
        [
            new FoundProject(Id, folder, project.Marker)
            {
                Kind = $"Python{(start.Kind.Length == 0 ? "" : $", {start.Kind}")} with {installer}",
                Title = folder.Length > 0 ? Paths.Name(folder) : project.Name ?? "",
                Context = project.Context,
                Dockerfile = name => PythonDockerfile.Of(project, start, name, port),
                Ignore = IgnoreText.Of(
                    [
                        "**/__pycache__", "**/*.pyc", "**/.venv", "**/venv", "**/*.egg-info", "**/.pytest_cache", "**/.mypy_cache", "**/.ruff_cache",
                        .. new[] { ".tox", ".coverage", "htmlcov", "dist" }.Select(x => Paths.Join(project.Place, x)),
                    ],
                    others: OtherMembers(project)),
                Notes = [.. LocalPackages.Missing(tree, project).Select(x => $"'{x}' is installed from a folder that this repository does not have, so it cannot be sent."), .. NotesOn(project, start)],
            },
        ];
    }

    IEnumerable<Finding> PyprojectAlone(FolderTree tree, string folder)
    {
        var marker = Paths.Join(folder, "pyproject.toml");
        return tree.HasFile(marker)
            ? [PassOver(folder, marker, "there is no lock file beside it: run uv lock or poetry lock first, so that builds repeat.")
                with { IsLibrary = LocalPackages.OfAll(tree).Contains(folder) }]
            : [];
    }

    // The lock file is about all of them, so uv reads their manifests.
    static IEnumerable<string> OtherMembers(PythonProject project) => project.Workspace is not { } workspace ? []
        : workspace.Members.Select(x => Paths.Relative(workspace.Root, x)).Except(project.UsedFolders)
            .SelectMany(x => new[] { $"{x}/*", $"!{x}/pyproject.toml" });

    static IEnumerable<string> NotesOn(PythonProject project, PythonStart start)
    {
        if (start.Note is { } note)
            yield return note;
        string[] loose = project.Installer == PythonInstaller.Pip ? [.. project.Requirements.Loose] : [];
        if (loose.Length > 0)
            yield return $"{project.Marker} does not say which version of {string.Join(", ", loose.Take(3))}{(loose.Length > 3 ? " and others" : "")} is "
                + "meant, so each build takes the newest: pip freeze, pip-compile or uv lock pins them.";
        if (project.IsPackage && VersionsFromGit.Any(x => project.BuildsWith(x)))
            yield return "Its version comes from git, whose folder is not sent: say it in the stage build, for instance with ENV SETUPTOOLS_SCM_PRETEND_VERSION=1.0.";
        foreach (var (package, other) in PythonDockerfile.Compiled.Where(x => project.Uses(x.Package)))
            yield return $"{package} is compiled while it is installed, and needs a library of the system in the last stage, which is not there: {other}.";
    }

    static int? PortOf(FolderTree tree, PythonProject project, PythonStart start) => start.Words is ["python", var file] && project.HasFile(file)
        ? Ports.In(tree, [Paths.Join(project.Folder, file)], ListensOn())
        : null;

    [GeneratedRegex("""(?:\bport\s*=\s*|["']PORT["']\s*,\s*["']?|,\s*|:)(\d{4,5})\b""")]
    private static partial Regex ListensOn();
}
