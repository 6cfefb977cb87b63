using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Oci;
using Kiln.Processes;
using Kiln.Scaffolding;
using Kiln.SmokeTesting;

namespace Kiln.EndToEnd.Scaffolding;

/// <summary>What Scaffold writes for a small repository, which lies in <c>projects</c>, is built and answers: 200 only where all is in the image that should be, and no more.</summary>
public sealed class ScaffoldTests(PipelineFixture fixture)
{
    // https://peps.python.org/pep-0552/: by a hash of the source, which is compared.
    const uint CheckedHash = 3;

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

        await AnswersAsync(bench, image);
    }

    [Fact]
    [Trait("Run", "All")]
    public async Task A_program_of_Python_is_the_same_from_an_empty_builder_and_is_not_compiled_again_at_each_start()
    {
        using var bench = await BenchAsync("python:3.13-slim", "language-python");
        var image = Scaffold(bench, "pip-beside") with { SmokeTest = new SmokeTest { Port = 8080, Path = "/" } };
        var policy = (await bench.RestoreAsync(image)).Policy;

        var first = (await bench.BuildAsync(policy, image))[0];
        await bench.EmptyBuilderAsync();
        var second = (await bench.BuildAsync(policy, x => x with { SkipsUnchanged = false }, image))[0];

        await AnswersAsync(bench, image);
        Assert.Equal(first.Receipt.Digest, second.Receipt.Digest);
        var compiled = await CompiledAsync(OciLayout.Open(second.LayoutFolder));
        Assert.Contains("app/services/api/.venv/lib/python3.13/site-packages/packaging/__pycache__/version.cpython-313.pyc", compiled.Keys);
        Assert.All(compiled, x => Assert.Equal((x.Key, CheckedHash), (x.Key, x.Value)));
    }

    static Task AnswersAsync(Workbench bench, ImageSpec image) => new SmokeTester(new CommandRunner(), bench.Notes).TestAsync(
        new SmokeTestRequest { Images = [image], Engine = bench.Engine, Folders = bench.Folders }, CancellationToken.None);

    /// <summary>What Python compiled for the program, with the flags that say how it knows its source.</summary>
    static async Task<Dictionary<string, uint>> CompiledAsync(OciLayout layout)
    {
        var found = new Dictionary<string, uint>();
        foreach (var layer in (await layout.ReadImagesAsync())[0].Layers)
        {
            await using var content = new GZipStream(File.OpenRead(layout.BlobPath(layer.Digest)), CompressionMode.Decompress);
            await using var archive = new TarReader(content);
            while (await archive.GetNextEntryAsync() is { } entry)
                if (entry.Name.StartsWith("app/", StringComparison.Ordinal) && entry.Name.EndsWith(".pyc", StringComparison.Ordinal))
                    found[entry.Name] = await FlagsAsync(entry.DataStream!);
        }

        return found;
    }

    static async Task<uint> FlagsAsync(Stream compiled)
    {
        var head = new byte[8];
        await compiled.ReadExactlyAsync(head);
        return BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
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
