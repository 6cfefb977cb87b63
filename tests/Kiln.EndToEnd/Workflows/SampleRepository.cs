using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Oci.Registries;
using Kiln.Processes;

namespace Kiln.EndToEnd.Workflows;

/// <summary>A repository with one small image whose build inherits the components and wrote the files of both hosts; Kiln is compiled from this checkout.</summary>
sealed class SampleRepository : IAsyncDisposable
{
    readonly Workbench _bench;
    readonly CommandRunner _runner = new();

    SampleRepository(Workbench bench, Clone clone) => (_bench, Clone) = (bench, clone);

    internal Clone Clone { get; }

    internal string Folder => Clone.Folder;

    /// <summary>What points at a running engine, as on a CI machine that has one.</summary>
    internal IReadOnlyDictionary<string, string?> EngineVariables => _bench.Engine.Environment;

    internal string Place => $"{_bench.Registry}/ci-sample";

    internal static async Task<SampleRepository> MakeAsync(PipelineFixture fixture)
    {
        var bench = await Workbench.OfAsync(fixture);
        var clone = await fixture.CloneAsync("022");
        var sample = new SampleRepository(bench, clone);
        foreach (var file in Directory.GetFiles(clone.PathOf("build"), "*.cs"))
            File.Delete(file);
        Directory.Delete(clone.PathOf(".github"), recursive: true);
        await File.WriteAllTextAsync(clone.PathOf("build", "Build.cs"), sample.BuildText);
        Directory.CreateDirectory(clone.PathOf("site"));
        await File.WriteAllTextAsync(clone.PathOf("site", "Dockerfile"), "FROM scratch\nCOPY index.html /index.html\nUSER 65532\n");
        await File.WriteAllTextAsync(clone.PathOf("site", "index.html"), "<h1>hello</h1>\n");
        (await clone.BuildAsync("GenerateWorkflow")).Succeeded();
        await clone.GitAsync("add", "--all");
        await clone.GitAsync("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "A sample");
        return sample;
    }

    /// <summary>The digest that the commit's tag means in the registry; null where there is none.</summary>
    internal async Task<Digest?> FindPushedAsync(string tag)
    {
        using var client = new RegistryClient();
        return (await client.FindManifestAsync(ImageReference.Parse($"{Place}/site:{tag}")))?.Digest;
    }

    internal Task<CommandResult> RunAsync(Command command) => _runner.RunAsync(command with { OnFailure = FailureHandling.Return });

    public async ValueTask DisposeAsync()
    {
        await Clone.DisposeAsync();
        _bench.Dispose();
    }

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
