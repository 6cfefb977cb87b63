using System.Text.RegularExpressions;
using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Python;

/// <summary>What starts a program of Python.</summary>
/// <param name="Kind">What it is made with; empty for a plain program.</param>
/// <param name="Words">For CMD.</param>
sealed partial record PythonStart(string Kind, ValueList<string> Words)
{
    const int WebPort = 8000;

    static readonly string[] Usual = ["main.py", "app.py", "wsgi.py", "__init__.py"];

    static readonly string[] Mains = ["main.py", "app.py", "run.py", "server.py", "manage.py", "src/main.py", "app/main.py"];

    public int? Port { get; init; }

    /// <summary>Where its packages are looked for, beside where it starts.</summary>
    public string? SourceFolder { get; init; }

    public string? Note { get; init; }

    /// <summary>Null where nothing is found that could be started.</summary>
    public static PythonStart? Of(PythonProject project) => Django(project) ?? FastApi(project) ?? Flask(project) ?? Plain(project);

    static PythonStart? Django(PythonProject project)
    {
        if (!project.Uses("django") || project.TextOf("manage.py") is not { } manage || SettingsModule().Match(manage) is not { Success: true } match)
            return null;
        var site = match.Groups[1].Value.Split('.')[0];
        var note = "Django's static files are not collected: run collectstatic in the stage build where the program serves them.";
        if (project.Uses("gunicorn") && project.HasFile($"{site}/wsgi.py"))
            return Web("Django", ["gunicorn", "--bind", $"0.0.0.0:{WebPort}", $"{site}.wsgi:application"]) with { Note = note };
        if (project.Uses("uvicorn") && project.HasFile($"{site}/asgi.py"))
            return Web("Django", ["uvicorn", $"{site}.asgi:application", "--host", "0.0.0.0", "--port", $"{WebPort}"]) with { Note = note };
        return Web("Django", ["python", "manage.py", "runserver", $"0.0.0.0:{WebPort}"]) with
        {
            Note = "It is started by Django's server for development: add gunicorn to its packages, and run Scaffold again.",
        };
    }

    static PythonStart? FastApi(PythonProject project)
    {
        if (!project.Uses("fastapi") || Find(project, FastApiObject()) is not var (module, name, source))
            return null;
        var isServed = project.Uses("uvicorn") || project.Packages.Any(x => x.StartsWith("fastapi[", StringComparison.Ordinal));
        return Web("FastAPI", ["uvicorn", $"{module}:{name}", "--host", "0.0.0.0", "--port", $"{WebPort}"]) with
        {
            SourceFolder = source,
            Note = isServed ? null : "It is started by uvicorn, which is not among its packages: add uvicorn to them.",
        };
    }

    static PythonStart? Flask(PythonProject project)
    {
        if (!project.Uses("flask") || (Find(project, FlaskFactory()) ?? Find(project, FlaskObject())) is not var (module, name, source))
            return null;
        if (project.Uses("gunicorn"))
        {
            var app = name == "create_app" ? "create_app()" : name;
            return Web("Flask", ["gunicorn", "--bind", $"0.0.0.0:{WebPort}", $"{module}:{app}"]) with { SourceFolder = source };
        }

        return Web("Flask", ["flask", "--app", $"{module}:{name}", "run", "--host", "0.0.0.0", "--port", $"{WebPort}"]) with
        {
            SourceFolder = source,
            Note = "It is started by Flask's server for development: add gunicorn to its packages, and run Scaffold again.",
        };
    }

    // A command of the project's own is what its author starts; else a package that can be run, else the file that looks like it.
    static PythonStart? Plain(PythonProject project)
    {
        if (project.IsPackage && project.Scripts.FirstOrDefault() is { } script)
            return new PythonStart("", [script]);
        var package = project.Sources.FirstOrDefault(x => Paths.Name(x) == "__main__.py" && Paths.Parent(x) is not "" and not "src");
        if (package is not null)
        {
            var (module, source) = ModuleOf(project, Paths.Parent(package));
            return new PythonStart("", ["python", "-m", module]) { SourceFolder = source };
        }

        var file = Mains.FirstOrDefault(project.HasFile)
            ?? (project.Sources.Where(x => !x.Contains('/') && x is not "setup.py" and not "conftest.py").ToArray() is [var only] ? only : null);
        return file is null ? null : new PythonStart("", ["python", file]);
    }

    static PythonStart Web(string kind, string[] words) => new(kind, [.. words]) { Port = WebPort };

    // The object that a server is given, in the file that lies highest; one called main or app goes before its neighbours.
    static (string Module, string Name, string? Source)? Find(PythonProject project, Regex pattern)
    {
        var files = project.Sources.OrderBy(x => x.Count(y => y == '/')).ThenBy(x => Usual.Contains(Paths.Name(x)) ? 0 : 1);
        foreach (var file in files)
            if (pattern.Match(project.TextOf(file)!) is { Success: true } match)
            {
                var (module, source) = ModuleOf(project, Paths.Name(file) == "__init__.py" ? Paths.Parent(file) : file[..^".py".Length]);
                return (module, match.Groups[1].Value, source);
            }
        return null;
    }

    // 'src' holds packages and is none, unless it says that it is.
    static (string Module, string? Source) ModuleOf(PythonProject project, string path) =>
        path.StartsWith("src/", StringComparison.Ordinal) && !project.HasFile("src/__init__.py")
            ? (path["src/".Length..].Replace('/', '.'), "src")
            : (path.Replace('/', '.'), null);

    [GeneratedRegex("""DJANGO_SETTINGS_MODULE["']\s*,\s*["']([\w.]+)["']""")]
    private static partial Regex SettingsModule();

    [GeneratedRegex(@"^(\w+)\s*(?::\s*[\w.]+\s*)?=\s*(?:fastapi\.)?FastAPI\(", RegexOptions.Multiline)]
    private static partial Regex FastApiObject();

    [GeneratedRegex(@"^(\w+)\s*(?::\s*[\w.]+\s*)?=\s*(?:flask\.)?Flask\(", RegexOptions.Multiline)]
    private static partial Regex FlaskObject();

    [GeneratedRegex(@"^def\s+(create_app)\s*\(", RegexOptions.Multiline)]
    private static partial Regex FlaskFactory();
}
