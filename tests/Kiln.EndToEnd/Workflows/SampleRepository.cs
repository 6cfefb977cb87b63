using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Oci.Registries;
using Kiln.Processes;

namespace Kiln.EndToEnd.Workflows;

/// <summary>
/// A repository of its own with one small image, whose build inherits the components as they were compiled for these tests, and wrote the files of
/// both hosts.
/// </summary>
sealed class SampleRepository : IDisposable
{
    // bin/<engine>/Debug/net10.0 of a project that has the components and all that they need beside it.
    static readonly string Libraries = AppContext.BaseDirectory.Replace("Kiln.EndToEnd", "Kiln.Components.Tests", StringComparison.Ordinal);

    readonly Workbench _bench;
    readonly CommandRunner _runner = new();
    readonly string _tools = Directory.CreateTempSubdirectory("kiln-ci-docker-").FullName;

    SampleRepository(Workbench bench) => _bench = bench;

    internal string Folder { get; } = Directory.CreateTempSubdirectory("kiln-ci-").FullName;

    internal string Place => $"{_bench.Registry}/ci-sample";

    /// <summary>What points at a running engine, as on a CI machine that has one.</summary>
    internal Dictionary<string, string?> Variables => new(_bench.Engine.Environment)
    {
        ["DOCKER_CONFIG"] = _tools,
        ["NUKE_ENGINE"] = new DirectoryInfo(Libraries).Parent!.Parent!.Name,
        // The run's own settings must not reach the sample.
        ["DOTNET_EXE"] = null,
        ["KILN_CACHE"] = null,
    };

    internal static async Task<SampleRepository> MakeAsync(PipelineFixture fixture)
    {
        var sample = new SampleRepository(await Workbench.OfAsync(fixture));
        foreach (var file in (string[])["build.sh", "global.json", "Directory.Build.props", "Directory.Packages.props", ".gitignore"])
            File.Copy(Path.Combine(Repository.Root, file), sample.PathOf(file));
        sample.Write(".nuke/parameters.json", "{}\n");
        sample.Write("build/_build.csproj", ProjectText);
        sample.Write("build/Build.cs", sample.BuildText);
        sample.Write("site/Dockerfile", "FROM scratch\nCOPY index.html /index.html\nUSER 65532\n");
        sample.Write("site/index.html", "<h1>hello</h1>\n");
        Directory.CreateDirectory(Path.Combine(sample._tools, "cli-plugins"));
        File.CreateSymbolicLink(Path.Combine(sample._tools, "cli-plugins", "docker-buildx"), sample._bench.Engine.BuildxCommand[0]);
        var generated = await sample.RunAsync(new Command(sample.PathOf("build.sh"), ["GenerateWorkflow"]) { Environment = [.. sample.Variables] });
        Assert.True(generated.IsSuccess, generated.Output + generated.ErrorOutput);
        await sample.ShellAsync(
            // What gitlab-ci-local leaves is no change of the tree.
            "git init --quiet --initial-branch main && echo .gitlab-ci-local >> .git/info/exclude && git remote add origin https://git.example.com/acme/sample.git && git add . "
            + "&& git -c user.name=a -c user.email=a@example.com commit --quiet --message sample");
        return sample;
    }

    internal string PathOf(string file) => Path.Combine(Folder, file);

    internal async Task<string> ShellAsync(string script) =>
        (await _runner.RunAsync(new Command("sh", ["-c", script]) { WorkingDirectory = Folder })).Output.Trim();

    internal Task<CommandResult> RunAsync(Command command) => _runner.RunAsync(command with { WorkingDirectory = Folder, OnFailure = FailureHandling.Return });

    /// <summary>The digest that a tag means in the registry; null where there is none.</summary>
    internal async Task<Digest?> FindPushedAsync(string tag)
    {
        using var client = new RegistryClient();
        return (await client.FindManifestAsync(ImageReference.Parse($"{Place}/site:{tag}")))?.Digest;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(_tools, recursive: true);
        _bench.Dispose();
    }

    void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    static string ProjectText => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <RunAnalyzers>false</RunAnalyzers>
            <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Libraries}*.dll" Exclude="{Libraries}*.Tests.dll;{Libraries}xunit*.dll" />
          </ItemGroup>
        </Project>

        """;

    string BuildText => $$"""
        using Kiln;
        using Kiln.Components;
        using Kiln.Scanning;
        using Kiln.Workflows.GitHub;
        using Kiln.Workflows.GitLab;
        using Nuke.Common;

        class Build : NukeBuild, IContainerPipeline
        {
            public static int Main() => Execute<Build>(x => ((IDockerBuild)x).DockerBuild);

            IEnumerable<ImageSpec> IHazImages.Images => [new("site", RootDirectory / "site")];

            IEnumerable<RegistryNamespace> IHazRegistries.Registries => ["{{Place}}"];

            IEnumerable<IScanner> IScan.Scanners => [];

            GitHubHost? IHazPipelines.GitHub => new();

            GitLabHost? IHazPipelines.GitLab => new();
        }

        """;
}
