using Kiln.Locking;
using Kiln.Locking.Restoring;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Locking.Restoring;

public sealed class LockUpdaterTests(RegistryFixture registries) : IDisposable
{
    static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    readonly RestoreFolder _folder = new();
    readonly string _path = $"update/{Guid.NewGuid():N}";

    string Base => $"{registries.Open}/{_path}/base:1";

    string Tool => $"{registries.Open}/{_path}/tool:1";

    public void Dispose() => _folder.Dispose();

    Task<LockDiff> UpdateAsync(params string[] only) =>
        _folder.Updater.UpdateAsync(new UpdateRequest { Inputs = _folder.Frozen, Only = [.. only] }, default);

    static LockedImage Old(params Platform[] platforms) => LockSamples.Image('a', platforms);

    static string Pin(Digest digest) => $"sha256:{digest.Hex[..12]}…";

    async Task<(Digest Base, Digest Tool)> WriteAsync()
    {
        _folder.Write($"FROM {Tool} AS builder", $"FROM {Base}", "COPY --from=builder / /");
        return (await TestImages.PushAsync(Base, "x", "amd64"), await TestImages.PushAsync(Tool, "x", "amd64"));
    }

    [Fact]
    public async Task All_that_moved_is_written_and_told_and_what_is_unused_goes()
    {
        var (image, tool) = await WriteAsync();
        _folder.WriteLock(KilnLock.Empty with { Images = [new(Tool, Old()), new("docker.io/library/unused:1", Old())] });

        var diff = await UpdateAsync();

        Assert.Equal(
            [$"+ {Base}  {Pin(image)}", $"{Tool}  sha256:aaaaaaaaaaaa… → {Pin(tool)}", "- unused:1  sha256:aaaaaaaaaaaa…"],
            diff.Lines.Order(StringComparer.Ordinal).OrderBy(x => x.StartsWith('-')));
        Assert.Equal([image, tool], _folder.Lock!.Images.Select(x => x.Value.Digest));
    }

    [Fact]
    public async Task Only_what_was_named_moves_and_nothing_else_goes()
    {
        var (_, tool) = await WriteAsync();
        _folder.WriteLock(KilnLock.Empty with
        {
            Images = [new(Base, Old(Platform.LinuxArm64)), new(Tool, Old()), new("docker.io/library/unused:1", Old())],
        });

        var diff = await UpdateAsync(Tool);

        Assert.Equal([$"{Tool}  sha256:aaaaaaaaaaaa… → {Pin(tool)}"], diff.Lines);
        Assert.Equal(
            [Old().Digest, Old().Digest, tool],
            new[] { Base, "docker.io/library/unused:1", Tool }.Select(x => _folder.Lock!.Images[x].Digest));
    }

    [Fact]
    public async Task An_image_is_meant_by_its_name_without_the_tag_too()
    {
        var (_, tool) = await WriteAsync();

        var diff = await UpdateAsync(Tool[..^2]);

        Assert.Equal([$"+ {Tool}  {Pin(tool)}"], diff.Lines);
    }

    [Fact]
    public async Task An_unknown_name_is_told_with_those_there_are()
    {
        await WriteAsync();
        _folder.Write($"FROM {Base}", "FROM golang:1.24", "COPY --from=golang:1.24 / /", $"COPY --from={Base} / /");

        var error = await Assert.ThrowsAsync<KilnException>(() => UpdateAsync("golang", "golang:1.23", "node"));

        Assert.Equal(
            ("KILN6009", $"The build has no input 'golang:1.23', 'node'. It has: {Base}, golang:1.24."),
            (error.Code, error.Message));
        Assert.True(error.IsUsage);
        Assert.False(File.Exists(_folder.LockFile));
    }

    [Fact]
    public async Task What_did_not_move_leaves_the_file_alone_with_its_times_and_what_a_newer_Kiln_wrote()
    {
        var (image, tool) = await WriteAsync();
        var platforms = new[] { Platform.LinuxAmd64 };
        _folder.WriteLock(KilnLock.Empty with
        {
            Images =
            [
                new(Base, new LockedImage(image, [.. platforms], LockSamples.Time) { Extra = [new("size", RawJson.Parse("7"))] }),
                new(Tool, new LockedImage(tool, [.. platforms], LockSamples.Time)),
            ],
        });
        File.SetLastWriteTimeUtc(_folder.LockFile, LongAgo);

        var diff = await UpdateAsync();

        Assert.Empty(diff.Lines);
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(_folder.LockFile));
    }

    [Fact]
    public async Task Nothing_is_written_when_one_cannot_be_had()
    {
        await TestImages.PushAsync(Tool, "x", "amd64");
        _folder.Write($"FROM {Tool} AS builder", $"FROM {Base}", "COPY --from=builder / /");

        var error = await Assert.ThrowsAnyAsync<KilnException>(() => UpdateAsync());

        Assert.Equal(
            ("KILN2009", $"The registry '{registries.Open}' has no '{Base}'. Check the name and the tag."), (error.Code, error.Message));
        Assert.False(File.Exists(_folder.LockFile));
    }

    [Fact]
    public async Task An_image_that_lost_a_platform_is_refused()
    {
        await WriteAsync();
        await TestImages.PushAsync(Base, "y", "arm64");

        var error = await Assert.ThrowsAsync<KilnException>(() => UpdateAsync());

        Assert.Equal("KILN6004", error.Code);
        Assert.Contains($"\n    {Base} lacks linux/amd64 and has linux/arm64 (app/Dockerfile:2)\n", error.Message);
        Assert.False(File.Exists(_folder.LockFile));
    }

    [Fact]
    public async Task What_is_stale_is_listed_with_both_digests_and_nothing_changes()
    {
        var (image, _) = await WriteAsync();
        await UpdateAsync();
        var text = File.ReadAllText(_folder.LockFile);
        var moved = await TestImages.PushAsync(Base, "y", "amd64");

        var diff = await _folder.Updater.FindStaleAsync(_folder.Frozen, default);

        Assert.Equal([$"{Base}  {Pin(image)} → {Pin(moved)}"], diff.Lines);
        Assert.Equal(text, File.ReadAllText(_folder.LockFile));
    }
}
