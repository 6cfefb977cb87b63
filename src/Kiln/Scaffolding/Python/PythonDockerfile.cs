using System.Text.RegularExpressions;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Python;

/// <summary>Installs into an environment of its own, which the last stage takes as a whole.</summary>
static partial class PythonDockerfile
{
    const string Note = "# This step is done again only when one of these files changes.";

    // Before, it compiled with another level of optimisation: https://github.com/python-poetry/poetry/releases/tag/1.4.1
    static readonly Version PoetryThatCompiles = new(1, 4, 1);

    /// <summary>Packages that come as sources and bind to a library of the system, and what to do about it.</summary>
    public static (string Package, string Other)[] Compiled { get; } =
    [
        ("psycopg2", "psycopg2-binary, or psycopg[binary], brings it along"),
        ("mysqlclient", "PyMySQL does without it"),
        ("uwsgi", "gunicorn does without it"),
    ];

    public static string Of(PythonProject project, PythonStart start, string image, int? port)
    {
        var tools = ToolsOf(project);
        var (home, environment) = (HomeOf(project), $"{InstallerHomeOf(project)}/.venv");
        var sources = start.SourceFolder is { } folder && !project.IsPackage ? $" PYTHONPATH={home}/{folder}" : "";
        return DockerfileText.Of(
            $"""
            # build makes the environment{(tools is null ? "" : $", and has {tools}")}.
            FROM python:{project.Version}{(tools is null ? "-slim" : "")} AS build
            {Before(project)}
            # Files of an image bear one time, so what Python compiles has to know its source by a hash, or it would be compiled again at each start.
            ENV SOURCE_DATE_EPOCH=315532800{(project.Installer == PythonInstaller.Uv ? " PYC_INVALIDATION_MODE=checked-hash" : "")}
            WORKDIR {InstallerHomeOf(project)}
            """,
            project.Installer switch
            {
                PythonInstaller.Pip => Pip(project),
                PythonInstaller.Poetry => Poetry(project),
                _ => Uv(project),
            },
            $"""
            # final has the same Python at the same place, so the environment can be copied; pip's cache and compilers stay behind.
            FROM python:{project.Version}-slim AS final
            {DockerfileText.Title(image)}
            ENV PATH="{environment}/bin:$PATH" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1{sources}
            WORKDIR {home}
            COPY --from=build {environment} {environment}
            {Sources(project)}
            USER 65532:65532
            {DockerfileText.Expose(port)}
            CMD {DockerfileText.Json(start.Words)}
            """);
    }

    // Where the program runs: folders lie to each other as they do in the repository.
    static string HomeOf(PythonProject project) => project.Place.Length == 0 ? "/app" : $"/app/{project.Place}";

    // A workspace of uv has one environment, at its root.
    static string InstallerHomeOf(PythonProject project) => project.Workspace is null ? HomeOf(project) : "/app";

    // Of several folders only those are copied that the program needs.
    static string Sources(PythonProject project) => project.Place.Length == 0 ? "COPY . ."
        : DockerfileText.Lines(project.UsedFolders.Select(x => x.Length == 0 ? "COPY . /app/" : DockerfileText.Copy([$"{x}/"], $"/app/{x}/")));

    // What the slim image has not, and installing needs.
    static string? ToolsOf(PythonProject project) =>
        Compiled.Any(x => project.Uses(x.Package)) ? "the compilers that some packages need"
        : project.UsesGit ? "git, where some packages come from"
        : null;

    static string? Before(PythonProject project) => project.Installer switch
    {
        PythonInstaller.Poetry => DockerfileText.Lines(
            DockerfileText.Run([DockerfileText.Cache("/root/.cache/pip")], $"pip install poetry=={PoetryVersion(project)}"),
            "ENV POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_NO_INTERACTION=1"),
        PythonInstaller.Uv => DockerfileText.Lines(
            $"COPY --from={BaseTags.Uv} /uv /usr/local/bin/",
            "# Files are copied out of the cache, which is another file system, and compiled once instead of at each start.",
            "ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_PYTHON=/usr/local/bin/python UV_PYTHON_DOWNLOADS=never"),
        _ => null,
    };

    static string Pip(PythonProject project)
    {
        var cache = DockerfileText.Cache("/root/.cache/pip");
        var mounts = project.Requirements.Files.Select(x => Bind(project, x)).Prepend(cache);
        if (!project.Requirements.Folders.Any())
            return DockerfileText.Lines(Note, DockerfileText.Run(mounts, "python -m venv .venv", ".venv/bin/pip install --requirement requirements.txt"));
        return DockerfileText.Lines(
            Note,
            DockerfileText.Run(
                mounts,
                "python -m venv .venv",
                @"sed -E '/^(-e|--editable)?[ =]*\.{1,2}(\/|\[|[[:space:]]*$)/d' requirements.txt > .fetched.txt",
                ".venv/bin/pip install --requirement .fetched.txt"),
            "# What lies in folders of the repository is installed behind the sources; all else is there by now.",
            Sources(project),
            DockerfileText.Run(
                [cache, .. project.Requirements.Files.Where(Paths.IsOutside).Select(x => Bind(project, x))], ".venv/bin/pip install --requirement requirements.txt"));
    }

    static string Poetry(PythonProject project)
    {
        var version = PoetryVersion(project);
        var install = $"poetry install --only main{(Versions.Of(version) >= PoetryThatCompiles ? " --compile" : "")}";
        var cache = DockerfileText.Cache("/root/.cache/pypoetry");
        return DockerfileText.Lines(
        [
            Note,
            DockerfileText.Run(
                [cache, .. Manifests(project, "poetry.lock")], $"{install} --no-root{(project.Local.Count > 0 ? " --no-directory" : "")}"),
            .. !project.IsPackage && project.Local.Count == 0 ? []
                : new[] { Sources(project), DockerfileText.Run([cache], $"{install}{(project.IsPackage ? "" : " --no-root")}") },
        ]);
    }

    static string Uv(PythonProject project)
    {
        // Whether the lock is up to date cannot be told without the manifests of all that it is about; the second run checks it.
        var isWorkspace = project.Workspace is not null || project.Settings.Has("tool.uv.workspace");
        var package = project.Workspace is null ? "" : $" --package {DockerfileText.Word(project.Name ?? "")}";
        var first = isWorkspace ? $"uv sync --frozen --no-dev --no-install-workspace{package}"
            : project.Local.Count > 0 ? $"uv sync --frozen --no-dev --no-install-project{string.Concat(project.Local.Keys.Select(x => $" --no-install-package {x}"))}"
            : "uv sync --locked --no-dev --no-install-project";
        var cache = DockerfileText.Cache("/root/.cache/uv");
        return DockerfileText.Lines(
        [
            Note,
            DockerfileText.Run([cache, .. Manifests(project, "uv.lock")], first),
            .. project.IsPackage || isWorkspace || project.Local.Count > 0
                ? new[] { project.Workspace is null ? Sources(project) : "COPY . .", DockerfileText.Run([cache], $"uv sync --locked --no-dev{package}") }
                : [],
        ]);
    }

    static IEnumerable<string> Manifests(PythonProject project, string file) => project.Workspace is { } workspace
        ? [DockerfileText.Bind(file), .. project.ManifestsOf(workspace).Select(x => DockerfileText.Bind(x))]
        : new[] { "pyproject.toml", file, "poetry.toml", "uv.toml" }.Where(project.HasFile).Select(x => Bind(project, x));

    // From the folder that is sent, to where the installer looks for it.
    static string Bind(PythonProject project, string path) => DockerfileText.Bind(Paths.Join(project.Place, path), path);

    // "# This file is automatically @generated by Poetry 2.1.3 and should not be changed by hand."
    static string PoetryVersion(PythonProject project) =>
        WrittenBy().Match(project.TextOf("poetry.lock") ?? "") is { Success: true } match ? match.Groups[1].Value : BaseTags.Poetry;

    [GeneratedRegex(@"@generated by Poetry (\d+\.\d+\.\d+)\b")]
    private static partial Regex WrittenBy();
}
