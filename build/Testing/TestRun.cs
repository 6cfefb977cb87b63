using System.Xml.Linq;
using Kiln.Buildx.Bootstrapping;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Reporting;
using Nuke.Common.IO;
using Serilog;

namespace Testing;

/// <summary>
/// Compiles the solution once and runs each test project's own program, one after the other: the tests of an engine
/// want the machine for themselves.
/// </summary>
sealed class TestRun(AbsolutePath root, AbsolutePath reports, EngineFolders folders, IReporter reporter, bool leavesOut)
{
    // Tests that take long, and say little that the others do not.
    static readonly string[] WithoutLongOnes = ["-trait-", "Run=All"];

    readonly CommandRunner _runner = new();

    internal async Task<TestTotals> RunAsync()
    {
        reports.CreateOrCleanDirectory();
        await CompileAsync();
        var environment = await RealPartsAsync();
        var totals = new TestTotals(0, 0, 0);
        foreach (var project in TestProjects())
            totals += await RunAsync(project, environment);
        return totals;
    }

    // Where an engine cannot run at all, the tests that need one are skipped by name.
    async Task<ValueMap<string?>> RealPartsAsync()
    {
        if (PrivateEngineSupport.Obstacle() is not null)
            return [];
        var tools = new EngineToolset(folders, _runner, reporter);
        await tools.EnsureAsync(CancellationToken.None);
        return [new("KILN_TEST_REGISTRY", tools.Registry), new("KILN_CACHE", folders.Cache)];
    }

    async Task CompileAsync()
    {
        Log.Information("Compiling the solution");
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_EXE") ?? "dotnet";
        await _runner.RunAsync(
            new Command(dotnet, ["build", root / "Kiln.slnx", "-c", "Debug", "--nologo", "-v", "quiet", "-nodeReuse:false"]),
            line => Log.Information("{Line:l}", line),
            line => Log.Error("{Line:l}", line));
    }

    // Unit tests first: they are fast, and what they find explains the rest.
    IEnumerable<AbsolutePath> TestProjects() => (root / "tests").GlobFiles("*.Tests/*.csproj", "Kiln.Contracts/*.csproj", "Kiln.EndToEnd/*.csproj")
        .OrderBy(x => x.Name.Contains("EndToEnd")).ThenBy(x => x.Name, StringComparer.Ordinal);

    async Task<TestTotals> RunAsync(AbsolutePath project, ValueMap<string?> environment)
    {
        var name = project.NameWithoutExtension;
        var report = reports / $"{name}.xml";
        Log.Information("{Name:l}", name);
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_EXE") ?? "dotnet";
        var assembly = project.Parent / "bin" / Environment.GetEnvironmentVariable("NUKE_ENGINE") / "Debug" / "net10.0" / $"{name}.dll";
        var result = await _runner.RunAsync(
            new Command(dotnet, [assembly, "-noLogo", "-result-xml", report, .. leavesOut ? WithoutLongOnes : []])
            {
                WorkingDirectory = root,
                Environment = environment,
                OnFailure = FailureHandling.Return,
            },
            line => Log.Information("{Line:l}", line),
            line => Log.Error("{Line:l}", line));
        if (report.FileExists())
            return TestTotals.Of(XDocument.Load(report));
        Log.Error("{Name:l} ended with exit code {ExitCode} and left no report", name, result.ExitCode);
        return new TestTotals(0, 1, 0);
    }
}
