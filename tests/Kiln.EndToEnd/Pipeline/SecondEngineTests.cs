namespace Kiln.EndToEnd.Pipeline;

public sealed class SecondEngineTests(PipelineFixture fixture)
{
    [Fact]
    public async Task Another_engine_and_umask_give_the_same_digest_and_StopEngine_leaves_nothing()
    {
        var (_, first) = await fixture.GetAsync();
        await using var clone = await fixture.CloneAsync("077");

        var second = (await fixture.PushAsync(clone)).Succeeded();
        (await clone.BuildAsync("StopEngine")).Succeeded();

        Assert.Equal(first.Digest, second.Digest);
        var left = SystemProcesses.Of(clone.EngineFolders.Data).Concat(SystemProcesses.Of(clone.EngineFolders.Runtime));
        Assert.Equal("", SystemProcesses.Describe(left));
        Assert.DoesNotContain(clone.Folder, await File.ReadAllTextAsync("/proc/self/mountinfo"));
        Assert.False(Directory.Exists(clone.EngineFolders.Runtime));
    }
}
