using Kiln.Buildx;
using Kiln.Buildx.Bootstrapping;
using Kiln.EndToEnd.Inputs;
using Kiln.Locking.Enforcement;
using Kiln.Processes;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>An engine whose disk is a tmpfs that is smaller than what it is sent.</summary>
public sealed class FullDiskTests(PipelineFixture fixture)
{
    const long Sent = 150_000_000;

    static readonly CommandRunner Runner = new();

    [Fact]
    public async Task A_full_disk_is_said_as_such_and_more_room_mends_it()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var image = bench.Image("app", "FROM scratch\nCOPY large /\n");
        await using (var large = File.Create(Path.Combine(image.Context, "large")))
            large.SetLength(Sent);
        // One up from the engine's folder: what is mounted in that, the engine takes for its own and unmounts when it starts.
        var disk = Directory.CreateDirectory(Path.Combine(bench.Root, "disk")).FullName;
        await Runner.RunAsync(new Command("mount", ["-t", "tmpfs", "-o", "size=100m", "tmpfs", disk]));
        var engine = new PrivateEngine(await FoldersAsync(disk), Runner, bench.Notes);
        try
        {
            var small = await engine.EnsureAsync(CancellationToken.None);

            var full = await Assert.ThrowsAsync<KilnException>(() => BuildAsync(small));
            var wasWritten = Directory.Exists(Path.Combine(bench.Root, "artifacts", "images", "app"));
            await Runner.RunAsync(new Command("mount", ["-o", "remount,size=2g", disk]));
            var built = await BuildAsync(small);

            Assert.Equal(ErrorCodes.DiskFull, full.Code);
            Assert.Matches("A disk is full: .*no space left on device", full.Message);
            Assert.False(wasWritten);
            Assert.True(built[0].Receipt.Platforms[0].UnpackedSize > Sent);
        }
        finally
        {
            await engine.StopAsync(CancellationToken.None);
            await Runner.RunAsync(new Command("umount", [disk]));
        }

        Task<BuiltImage[]> BuildAsync(ContainerEngine small) =>
            bench.BuildAsync(SourcePolicy.Everything, x => x with { Engine = small }, image);
    }

    async Task<EngineFolders> FoldersAsync(string disk) => (await fixture.GetAsync()).Clone.EngineFolders with
    {
        Data = Path.Combine(disk, "engine"),
        Runtime = $"/run/kiln-test-{Environment.ProcessId}-full",
    };
}
