using Kiln.Primitives;
using Kiln.Processes;
using Nuke.Common.IO;
using Serilog;

namespace Packing;

/// <summary>Makes the packages of the engine that this build runs on, and checks nothing: the tests do.</summary>
/// <param name="root">The repository.</param>
/// <param name="folder">Where the packages come to; what was there is deleted.</param>
/// <param name="temporary">Where assemblies that are compiled in advance come to.</param>
/// <param name="runtimes">The machines for which there are such.</param>
sealed class PackageRun(AbsolutePath root, AbsolutePath folder, AbsolutePath temporary, IReadOnlyCollection<string> runtimes)
{
    // In a folder of its own, so that the projects' own folders never see a runtime: it would have to be restored away again.
    const string ReadyToRunProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Library</OutputType>
            <PublishReadyToRun>true</PublishReadyToRun>
            <SelfContained>false</SelfContained>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="$(RepositoryDirectory)src/Kiln.Components/Kiln.Components.csproj" />
          </ItemGroup>
        </Project>

        """;

    static readonly string Engine = Environment.GetEnvironmentVariable("NUKE_ENGINE") ?? "nuke";

    readonly CommandRunner _runner = new();

    internal async Task RunAsync()
    {
        folder.CreateOrCleanDirectory();
        var compiled = temporary / "ready-to-run";
        compiled.CreateOrCleanDirectory();
        (compiled / "project").CreateDirectory();
        File.WriteAllText(compiled / "project" / "ReadyToRun.csproj", ReadyToRunProject);
        foreach (var runtime in runtimes)
        {
            Log.Information("Compiling in advance for {Runtime:l}", runtime);
            await DotNetAsync(["publish", compiled / "project" / "ReadyToRun.csproj", "-r", runtime, "-o", compiled / "out" / runtime]);
        }

        foreach (var project in Projects())
        {
            Log.Information("Packing {Project:l}", project.NameWithoutExtension);
            await DotNetAsync(["pack", project, "-o", folder, .. runtimes.Count > 0 ? [$"-p:ReadyToRunFolder={compiled / "out"}"] : (string[])[]]);
        }
    }

    // The library is the same on both engines, and comes with the embedded one, which everybody can build.
    IEnumerable<AbsolutePath> Projects() => Engine == "nuke"
        ? [root / "src" / "Kiln.Components" / "Kiln.Components.csproj"]
        :
        [
            root / "src" / "Kiln" / "Kiln.csproj",
            root / "src" / "Kiln.Engine" / "Kiln.Engine.csproj",
            root / "src" / "Kiln.Components" / "Kiln.Components.csproj",
            root / "templates" / "Kiln.Templates.csproj",
        ];

    Task DotNetAsync(ValueList<string> arguments) => _runner.RunAsync(
        new Command(
            Environment.GetEnvironmentVariable("DOTNET_EXE") ?? "dotnet",
            [.. arguments, "-c", "Release", "--nologo", "-v", "quiet", "-nodeReuse:false", $"-p:NukeEngine={Engine}", "-p:IsPacking=true"]),
        line => Log.Information("{Line:l}", line),
        line => Log.Error("{Line:l}", line));
}
