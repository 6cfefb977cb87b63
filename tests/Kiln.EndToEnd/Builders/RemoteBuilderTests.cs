using Kiln.Buildx;
using Kiln.Buildx.Assembling;
using Kiln.Buildx.Builders;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Images;
using Kiln.Locking.Enforcement;
using Kiln.Processes;

namespace Kiln.EndToEnd.Builders;

/// <summary>Servers are the clone's engine behind sockets of their own: buildx knows them by its driver <c>remote</c> only.</summary>
public sealed class RemoteBuilderTests(PipelineFixture fixture)
{
    static readonly Platform[] Both = [Platform.LinuxAmd64, Platform.LinuxArm64];

    readonly CommandRunner _runner = new();

    [Fact]
    public async Task A_server_builds_the_same_image_and_it_is_not_the_same_builder()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await using var server = Serve(bench, "one");
        var image = bench.Image("app", "FROM scratch\nCOPY note /\n");
        var here = await bench.BuildAsync(SourcePolicy.Through([]), image);

        var engine = await ProvideAsync(bench, Builder.Remote($"unix://{server.Path}"));
        var there = await bench.BuildAsync(SourcePolicy.Through([]), x => x with { Engine = engine }, image);

        Assert.Equal("remote", engine.Builder.Driver);
        Assert.Equal(here[0].Receipt.Digest, there[0].Receipt.Digest);
        Assert.True(server.Connections > 0);
        Assert.DoesNotContain(bench.Notes.Said, x => x.StartsWith("Skipped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_servers_build_a_platform_each_and_the_digests_are_those_of_one()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await using var first = Serve(bench, "amd64");
        await using var second = Serve(bench, "arm64");
        ImageSpec[] images =
        [
            bench.Image("app", "FROM common\nCOPY note /app\n", "app") with { Platforms = [.. Both], Annotations = [new("com.example.note", "<a> & \"b\" + ü")] },
            bench.Image("common", "FROM scratch\nARG TARGETARCH\nCOPY note /$TARGETARCH\n", "common") with { Platforms = [.. Both] },
        ];
        var alone = await bench.BuildAsync(SourcePolicy.Everything, images);

        var engine = await ProvideAsync(bench, Nodes(first, second));
        var together = await bench.BuildAsync(SourcePolicy.Everything, x => x with { Engine = engine }, images);

        Assert.Equal(alone.Select(x => x.Receipt.Digest), together.Select(x => x.Receipt.Digest));
        Assert.Equal(Both, together[0].Receipt.Platforms.Select(x => x.Platform));
        Assert.True(first.Connections > 0 && second.Connections > 0);
    }

    [Fact]
    public async Task A_build_for_each_platform_and_what_is_assembled_of_them_has_the_digests_of_one_build()
    {
        using var bench = await Workbench.OfAsync(fixture);
        ImageSpec[] images =
        [
            bench.Image("app", "FROM common\nCOPY note /app\n", "app") with { Platforms = [.. Both], Annotations = [new("com.example.note", "<a> & \"b\" + ü")] },
            bench.Image("common", "FROM scratch\nARG TARGETARCH\nCOPY note /$TARGETARCH\n", "common") with { Platforms = [.. Both] },
        ];
        var alone = await bench.BuildAsync(SourcePolicy.Everything, images);
        var folders = new BuildFolders(bench.Root, Path.Combine(bench.Root, "artifacts"), Path.Combine(bench.Root, "temp"));
        foreach (var platform in Both)
            await bench.BuildAsync(SourcePolicy.Everything, x => x with { Folders = folders.For([platform]) }, [.. PlatformSelection.Narrow([.. images], [platform])]);
        Directory.Delete(folders.Images, recursive: true);

        var together = await new ImageAssembler(bench.Notes).AssembleAsync(new AssembleRequest { Images = [.. images], Folders = folders }, CancellationToken.None);

        Assert.Equal(alone.Select(x => x.Receipt.Digest), together.Select(x => x.Receipt.Digest));
        Assert.Equal(Both, together[0].Receipt.Platforms.Select(x => x.Platform));
    }

    [Fact]
    public async Task One_description_is_made_once_also_by_two_builds_at_once()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await using var first = Serve(bench, "a");
        await using var second = Serve(bench, "b");

        var engines = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ProvideAsync(bench, Nodes(first, second))));
        var known = bench.Notes.Said.Count(x => x.Contains("is made"));
        var again = await ProvideAsync(bench, Nodes(first, second));

        var name = Assert.Single(engines.Append(again).Select(x => x.Builder.Name).Distinct());
        Assert.Matches("^kiln-[0-9a-f]{12}$", name);
        Assert.Equal([$"{name}-0", $"{name}-1"], again.Builder.Nodes.Select(x => x.Name));
        Assert.Equal(Both, again.Builder.Nodes.Select(x => x.Platforms[0]));
        Assert.Equal(known, bench.Notes.Said.Count(x => x.Contains("is made")));
        Assert.Equal(name, again.Environment["BUILDX_BUILDER"]);
    }

    [Fact]
    public async Task A_builder_of_which_a_node_cannot_be_made_is_not_left_behind()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var before = await ListAsync(bench);
        var builder = Builder.Container() with { Nodes = [new ContainerNode(), new ContainerNode("no://where")] };

        var failure = await Assert.ThrowsAsync<KilnException>(() => ProvideAsync(bench, builder));

        Assert.Equal(ErrorCodes.BuilderUnavailable, failure.Code);
        Assert.Contains("no://where", failure.Message);
        Assert.Equal(before, await ListAsync(bench));
    }

    [Fact]
    public async Task What_is_not_there_is_named_before_anything_is_made()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var tls = new MutualTls("/no/ca.pem", "/no/cert.pem", "/no/key.pem");

        var files = await Assert.ThrowsAsync<KilnException>(
            () => ProvideAsync(bench, Builder.Remote(new RemoteNode("tcp://127.0.0.1:1") { Tls = tls })));
        var name = await Assert.ThrowsAsync<KilnException>(() => ProvideAsync(bench, Builder.Existing("nobodys")));

        Assert.Equal("The builder needs files that are not there: '/no/ca.pem', '/no/cert.pem', '/no/key.pem'.", files.Message);
        Assert.Equal((ErrorCodes.InvalidBuilder, ErrorCodes.BuilderUnavailable), (files.Code, name.Code));
        Assert.StartsWith("The builder 'nobodys' cannot be used: buildx does not know it.", name.Message);
    }

    static Builder Nodes(BuildKitSocket first, BuildKitSocket second) => Builder.Remote(
        new RemoteNode($"unix://{first.Path}") { Platforms = [Platform.LinuxAmd64] },
        new RemoteNode($"unix://{second.Path}") { Platforms = [Platform.LinuxArm64] });

    static BuildKitSocket Serve(Workbench bench, string name) => new(
        bench.Engine.Environment["DOCKER_HOST"]!["unix://".Length..], Path.Combine(bench.Root, $"{name}.sock"));

    Task<ContainerEngine> ProvideAsync(Workbench bench, Builder builder) =>
        new BuilderProvider(Path.Combine(bench.Root, "builders"), _runner, bench.Notes)
            .ProvideAsync(builder, bench.Engine, new BuilderRequest(), CancellationToken.None);

    async Task<string> ListAsync(Workbench bench)
    {
        var result = await _runner.RunAsync(new Command(bench.Engine.BuildxCommand[0], ["ls", "--format", "{{.Name}}"]) { Environment = bench.Engine.Environment });
        return result.Output;
    }
}
