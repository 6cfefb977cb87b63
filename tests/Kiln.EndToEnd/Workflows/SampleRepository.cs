using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Packages;
using Kiln.EndToEnd.Pipeline;
using Kiln.EndToEnd.Scanning;
using Kiln.Oci.Registries;
using Kiln.Processes;

namespace Kiln.EndToEnd.Workflows;

/// <summary>
/// A repository of its own with one small image, whose build references the packages of this commit, and wrote the files of both hosts.
/// </summary>
sealed class SampleRepository : IDisposable
{
    readonly Workbench _bench;
    readonly CommandRunner _runner = new();
    readonly DockerMachine _machine;
    readonly string _cache;

    SampleRepository(Workbench bench, string cache) => (_bench, _machine, _cache) = (bench, new DockerMachine(bench.Engine), cache);

    internal string Folder { get; } = Directory.CreateTempSubdirectory("kiln-ci-").FullName;

    internal string Place => $"{_bench.Registry}/ci-sample";

    /// <summary>What points at a running engine, as on a CI machine that has one.</summary>
    internal Dictionary<string, string?> WithEngine => new(_machine.Variables.Concat(Settings));

    /// <summary>No engine, so that jobs bring one of their own.</summary>
    internal Dictionary<string, string?> Bare => new(Settings)
    {
        ["DOCKER_HOST"] = "unix:///nonexistent/docker.sock",
        ["KILN_CACHE"] = _cache,
    };

    Dictionary<string, string?> Settings => new()
    {
        // Packages of one commit have one version, whatever they hold, so this machine's own folder could have others.
        ["NUGET_PACKAGES"] = PathOf(".nuke/temp/nuget"),
        // The run's own settings must not reach the sample.
        ["NUKE_ENGINE"] = null,
        ["DOTNET_EXE"] = null,
    };

    internal static async Task<SampleRepository> MakeAsync(PipelineFixture fixture)
    {
        var sample = new SampleRepository(await Workbench.OfAsync(fixture), (await fixture.GetAsync()).Clone.EngineFolders.Cache);
        await TrivyDatabase.WriteAsync(sample.TrivyCache);
        foreach (var file in (string[])["build.sh", "global.json"])
            File.Copy(Path.Combine(Repository.Root, file), sample.PathOf(file));
        foreach (var file in (string[])[".nuke/.gitignore", "build/.gitignore"])
            sample.Write(file, File.ReadAllText(Path.Combine(Repository.Root, "templates", "kiln", file)));
        sample.Write("NuGet.config", $"<configuration><packageSources><add key=\"kiln\" value=\"{await fixture.Packages.FolderAsync()}\" /></packageSources></configuration>\n");
        sample.Write(".nuke/parameters.json", "{}\n");
        sample.Write("build/_build.csproj", ProjectText(PackageFeed.Version));
        sample.Write("build/Build.cs", sample.BuildText(await TrivyTool.GetAsync()));
        sample.Write("site/Dockerfile", "FROM scratch\nCOPY index.html /index.html\nUSER 65532\n");
        sample.Write("site/index.html", "<h1>hello</h1>\n");
        var generated = await sample.RunAsync(new Command(sample.PathOf("build.sh"), ["GenerateWorkflow"]) { Environment = [.. sample.WithEngine] });
        Assert.True(generated.IsSuccess, generated.Output + generated.ErrorOutput);
        await sample.ShellAsync(
            // What gitlab-ci-local leaves is no change of the tree.
            "git init --quiet --initial-branch main && echo .gitlab-ci-local >> .git/info/exclude && git remote add origin https://git.example.com/acme/sample.git && git add . "
            + "&& git -c user.name=a -c user.email=a@example.com commit --quiet --message sample");
        return sample;
    }

    string TrivyCache => PathOf(".nuke/temp/trivy");

    internal string PathOf(string file) => Path.Combine(Folder, file);

    internal async Task<string> ShellAsync(string script) =>
        (await _runner.RunAsync(new Command("sh", ["-c", script]) { WorkingDirectory = Folder })).Output.Trim();

    internal Task<CommandResult> RunAsync(Command command) => _runner.RunAsync(command with { WorkingDirectory = Folder, OnFailure = FailureHandling.Return });

    /// <summary>The digest that the commit's tag means in the registry; null where there is none.</summary>
    internal async Task<Digest?> FindPushedAsync()
    {
        var tag = await ShellAsync("git rev-parse --short=12 HEAD");
        using var client = new RegistryClient();
        return (await client.FindManifestAsync(ImageReference.Parse($"{Place}/site:{tag}")))?.Digest;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        _machine.Dispose();
        _bench.Dispose();
    }

    void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    static string ProjectText(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Kiln.Components.Embedded" Version="{version}" />
          </ItemGroup>
        </Project>

        """;

    string BuildText(string trivy) => $$"""
        using Kiln;
        using Kiln.Buildx;
        using Kiln.Components;
        using Kiln.Processes;
        using Kiln.Scanning;
        using Kiln.Scanning.Trivy;
        using Kiln.Workflows.GitHub;
        using Kiln.Workflows.GitLab;
        using Nuke.Common;

        class Build : NukeBuild, IContainerPipeline
        {
            public static int Main() => Execute<Build>(x => ((IDockerBuild)x).DockerBuild);

            IEnumerable<ImageSpec> IHazImages.Images => [new("site", RootDirectory / "site")];

            EngineBootstrap IHazContainerEngine.EngineBootstrap => EngineBootstrap.WhenMissing;

            IEnumerable<RegistryNamespace> IHazRegistries.Registries => ["{{Place}}"];

            IEnumerable<IScanner> IScan.Scanners =>
                [new TrivyScanner(new CommandRunner()) { Source = "{{trivy}}", CacheFolder = "{{TrivyCache}}", UpdatesDatabase = false }];

            GitHubHost? IHazPipelines.GitHub => new();

            GitLabHost? IHazPipelines.GitLab => new();
        }

        """;
}
