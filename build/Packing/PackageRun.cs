using Kiln.Primitives;
using Kiln.Processes;
using Nuke.Common.IO;
using Serilog;

namespace Packing;

/// <summary>Makes the packages of the engine that this build runs on, and checks nothing: the tests do.</summary>
/// <param name="root">The repository.</param>
/// <param name="folder">Where the packages come to; those of the same names that were there are deleted.</param>
/// <param name="temporary">Where assemblies that are compiled in advance come to.</param>
/// <param name="runtimes">The machines for which there are such.</param>
/// <param name="time">What files in the packages are dated by, so that a commit has the same packages everywhere; null: the time of the day.</param>
sealed class PackageRun(AbsolutePath root, AbsolutePath folder, AbsolutePath temporary, IReadOnlyCollection<string> runtimes, DateTimeOffset? time)
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

    readonly CommandRunner _runner = new();

    internal async Task RunAsync()
    {
        foreach (var old in (string[])["nupkg", "snupkg"])
            OwnPackages.In(folder.CreateDirectory(), old).DeleteFiles();
        var compiled = temporary / "ready-to-run";
        compiled.CreateOrCleanDirectory();
        (compiled / "project").CreateDirectory();
        File.WriteAllText(compiled / "project" / "ReadyToRun.csproj", ReadyToRunProject);
        foreach (var runtime in runtimes)
        {
            Log.Information("Compiling in advance for {Runtime:l}", runtime);
            await DotNetAsync(["publish", compiled / "project" / "ReadyToRun.csproj", "-r", runtime, "-o", compiled / "out" / runtime]);
        }

        foreach (var (id, project) in OwnPackages.All)
        {
            Log.Information("Packing {Id:l}", id);
            await DotNetAsync(["pack", root / project, "-o", folder, .. runtimes.Count > 0 ? [$"-p:ReadyToRunFolder={compiled / "out"}"] : (string[])[]]);
        }
    }

    Task DotNetAsync(ValueList<string> arguments) => _runner.RunAsync(
        new Command(
            Environment.GetEnvironmentVariable("DOTNET_EXE") ?? "dotnet",
            [.. arguments, "-c", "Release", "--nologo", "-v", "quiet", "-nodeReuse:false", $"-p:NukeEngine={OwnPackages.Engine}", "-p:IsPacking=true"])
        {
            Environment = [new("SOURCE_DATE_EPOCH", time?.ToUnixTimeSeconds().ToString())],
        },
        line => Log.Information("{Line:l}", line),
        line => Log.Error("{Line:l}", line));
}
