using Kiln.Processes;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>An engine whose disk is a tmpfs that is smaller than the sample's base image.</summary>
public sealed class FullDiskTests(PipelineFixture fixture)
{
    static readonly CommandRunner Runner = new();

    [Fact]
    public async Task A_full_disk_is_said_as_such_and_more_room_mends_it()
    {
        var (_, first) = await fixture.GetAsync();
        await using var clone = await fixture.CloneAsync("022");
        // One up from the engine's folder: what is mounted in that, the engine takes for its own and unmounts when it starts.
        var disk = Directory.CreateDirectory(Path.GetDirectoryName(clone.EngineFolders.Data)!).FullName;
        await Runner.RunAsync(new Command("mount", ["-t", "tmpfs", "-o", "size=100m", "tmpfs", disk]));
        try
        {
            var full = await fixture.PushAsync(clone);
            await Runner.RunAsync(new Command("mount", ["-o", "remount,size=4g", disk]));
            var next = (await fixture.PushAsync(clone)).Succeeded();

            full.Failed(1, @"KILN3023: A disk is full: .*no space left on device");
            Assert.Equal(first.Digest, next.Digest);
        }
        finally
        {
            await clone.BuildAsync("StopEngine");
            await Runner.RunAsync(new Command("umount", [disk]));
        }
    }
}
