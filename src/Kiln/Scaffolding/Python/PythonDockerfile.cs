using System.Text.RegularExpressions;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Python;

/// <summary>Installs into an environment of its own, which the last stage takes as a whole.</summary>
static partial class PythonDockerfile
{
    const string Environment = "/app/.venv";

    /// <summary>Packages that come as sources and bind to a library of the system, and what to do about it.</summary>
    public static (string Package, string Other)[] Compiled { get; } =
    [
        ("psycopg2", "psycopg2-binary, or psycopg[binary], brings it along"),
        ("mysqlclient", "PyMySQL does without it"),
        ("uwsgi", "gunicorn does without it"),
    ];

    public static string Of(PythonProject project, PythonStart start, string image, int? port)
    {
        var isCompiled = Compiled.Any(x => project.Uses(x.Package));
        var sources = start.SourceFolder is { } folder && !project.IsPackage ? $" PYTHONPATH=/app/{folder}" : "";
        return DockerfileText.Of(
            $"""
            # build makes the environment{(isCompiled ? ", and has the compilers that some packages need" : "")}.
            FROM python:{project.Version}{(isCompiled ? "" : "-slim")} AS build
            {Before(project)}
            WORKDIR /app
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
            ENV PATH="{Environment}/bin:$PATH" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1{sources}
            WORKDIR /app
            COPY --from=build {Environment} {Environment}
            COPY . .
            USER 65532:65532
            {DockerfileText.Expose(port)}
            CMD {DockerfileText.Json(start.Words)}
            """);
    }

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
        var mounts = project.Requirements.Files.Select(x => DockerfileText.Bind(x)).Prepend(cache);
        const string Note = "# This step is done again only when one of these files changes.";
        if (!project.Requirements.OfFolders.Any())
            return DockerfileText.Lines(Note, DockerfileText.Run(mounts, "python -m venv .venv", ".venv/bin/pip install --requirement requirements.txt"));
        return DockerfileText.Lines(
            Note,
            DockerfileText.Run(
                mounts,
                "python -m venv .venv",
                @"sed -E '/^(-e|--editable)?[ =]*\.{1,2}(\/|\[|[[:space:]]*$)/d' requirements.txt > .fetched.txt",
                ".venv/bin/pip install --requirement .fetched.txt"),
            "# What lies in folders of the repository is installed behind the sources; all else is there by now.",
            "COPY . .",
            DockerfileText.Run([cache], ".venv/bin/pip install --requirement requirements.txt"));
    }

    static string Poetry(PythonProject project) => DockerfileText.Lines(
    [
        "# This step is done again only when one of these files changes.",
        DockerfileText.Run([DockerfileText.Cache("/root/.cache/pypoetry"), .. Manifests(project, "poetry.lock")], "poetry install --only main --no-root"),
        .. !project.IsPackage ? [] : new[] { "COPY . .", DockerfileText.Run([DockerfileText.Cache("/root/.cache/pypoetry")], "poetry install --only main") },
    ]);

    static string Uv(PythonProject project)
    {
        // Whether the lock is up to date cannot be told without the manifests of all members; the second run checks it.
        var isWorkspace = project.Settings.Has("tool.uv.workspace");
        var first = isWorkspace ? "uv sync --frozen --no-dev --no-install-workspace" : "uv sync --locked --no-dev --no-install-project";
        var cache = DockerfileText.Cache("/root/.cache/uv");
        return DockerfileText.Lines(
        [
            "# This step is done again only when one of these files changes.",
            DockerfileText.Run([cache, .. Manifests(project, "uv.lock")], first),
            .. project.IsPackage || isWorkspace ? new[] { "COPY . .", DockerfileText.Run([cache], "uv sync --locked --no-dev") } : [],
        ]);
    }

    static IEnumerable<string> Manifests(PythonProject project, string file) =>
        new[] { "pyproject.toml", file, "poetry.toml", "uv.toml" }.Where(project.HasFile).Select(x => DockerfileText.Bind(x));

    // "# This file is automatically @generated by Poetry 2.1.3 and should not be changed by hand."
    static string PoetryVersion(PythonProject project) =>
        WrittenBy().Match(project.TextOf("poetry.lock") ?? "") is { Success: true } match ? match.Groups[1].Value : BaseTags.Poetry;

    [GeneratedRegex(@"@generated by Poetry (\d+\.\d+\.\d+)\b")]
    private static partial Regex WrittenBy();
}
