using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Processes;
using Kiln.Scaffolding;
using Kiln.SmokeTesting;

namespace Kiln.EndToEnd.Scaffolding;

/// <summary>What Scaffold writes for a small repository, which lies in <c>projects</c>, is built and answers: 200 only where all is in the image that should be, and no more.</summary>
public sealed class ScaffoldTests(PipelineFixture fixture)
{
    [Theory]
    [Trait("Run", "All")]
    [InlineData("npm-workspace")]
    [InlineData("npm-install-scripts")]
    [InlineData("pnpm-workspace")]
    [InlineData("yarn-workspace")]
    [InlineData("next-standalone", 3000)]
    [InlineData("next-start", 3000)]
    public async Task What_was_written_is_built_and_answers(string project, int port = 8080)
    {
        using var bench = await BenchAsync("node:20-slim", "language-node");
        var image = Scaffold(bench, project) with { SmokeTest = new SmokeTest { Port = port, Path = "/" } };
        var policy = (await bench.RestoreAsync(image)).Policy;

        await bench.BuildAsync(policy, image);

        await new SmokeTester(new CommandRunner(), bench.Notes).TestAsync(
            new SmokeTestRequest { Images = [image], Engine = bench.Engine, Folders = bench.Folders }, CancellationToken.None);
    }

    /// <summary>A bench whose registry has a base, which is made for one of the samples.</summary>
    async Task<Workbench> BenchAsync(string reference, string sample)
    {
        var bench = await Workbench.OfAsync(fixture);
        if (!await bench.IsPublishedAsync(reference))
        {
            var (clone, _) = await fixture.GetAsync();
            var outcome = await clone.BuildAsync("ProvideBases", "--sample", "Languages", "--registry-port", fixture.RegistryPort, "--only-images", sample);
            outcome.Succeeded();
        }

        return bench;
    }

    /// <summary>Lays a project out, and writes what it has no Dockerfile of.</summary>
    static ImageSpec Scaffold(Workbench bench, string project)
    {
        var source = Path.Combine(Repository.Root, "tests", "Kiln.EndToEnd", "Scaffolding", "projects", project);
        var target = Path.Combine(bench.Root, project);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var plan = Scaffolder.Plan(new ScaffoldRequest { Root = target });
        Scaffolder.Write(plan);
        var written = Assert.Single(plan.Projects);
        return new ImageSpec(written.Name, target) { Dockerfile = Path.Combine(target, written.Files[0].Path) };
    }
}
