namespace Kiln.EndToEnd.Pipeline;

public sealed class StartupProfileTests(PipelineFixture fixture)
{
    [Fact]
    public async Task What_a_run_compiled_is_written_down_for_the_next()
    {
        var (clone, _) = await fixture.GetAsync();

        (await clone.BuildAsync("--help")).Succeeded();

        Assert.True(new FileInfo(clone.PathOf(".nuke", "temp", "startup", "default.profile")).Length > 1000);
    }

    [Fact]
    public async Task What_a_run_that_did_not_end_left_behind_is_not_read()
    {
        var (clone, _) = await fixture.GetAsync();
        var profile = clone.PathOf(".nuke", "temp", "startup", "default.profile");
        await File.WriteAllTextAsync(profile + ".run", "!");
        await File.WriteAllBytesAsync(profile, new byte[10]);

        (await clone.BuildAsync("--help")).Succeeded();

        Assert.Equal(0, new FileInfo(profile + ".run").Length);
        Assert.True(new FileInfo(profile).Length > 1000);
    }

    [Fact]
    public async Task While_another_run_has_the_profile_it_is_left_alone()
    {
        var (clone, _) = await fixture.GetAsync();
        (await clone.BuildAsync("--help")).Succeeded();
        var profile = clone.PathOf(".nuke", "temp", "startup", "default.profile");
        await using var other = new FileStream(profile + ".run", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var written = File.GetLastWriteTimeUtc(profile);

        (await clone.BuildAsync("--help")).Succeeded();

        Assert.Equal(written, File.GetLastWriteTimeUtc(profile));
    }
}
