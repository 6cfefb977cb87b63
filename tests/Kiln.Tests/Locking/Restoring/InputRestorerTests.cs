using Kiln.Locking;
using Kiln.Locking.Restoring;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Credentials;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Locking.Restoring;

public sealed class InputRestorerTests(RegistryFixture registries) : IDisposable
{
    static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    readonly RestoreFolder _folder = new();
    readonly string _path = $"restore/{Guid.NewGuid():N}";

    string Base => $"{registries.Open}/{_path}/base:1";

    string Tool => $"{registries.Open}/{_path}/tool:1";

    public void Dispose() => _folder.Dispose();

    RestoreRequest For(LockMode mode, params Platform[] platforms)
    {
        var request = _folder.Request;
        return request with { Mode = mode, Images = [.. request.Images.Select(x => x with { Platforms = [.. platforms] })] };
    }

    [Fact]
    public async Task What_is_missing_is_looked_up_and_written()
    {
        var digest = await TestImages.PushAsync(Base, "x", "amd64", "arm64");
        _folder.Write($"FROM {Base}");

        var inputs = await _folder.RestoreAsync(_folder.Request);

        var entry = Assert.Single(_folder.Lock!.Images);
        Assert.Equal((Base, digest, null), (entry.Key, entry.Value.Digest, entry.Value.Via));
        Assert.Equal([Platform.LinuxAmd64, Platform.LinuxArm64], entry.Value.Platforms);
        Assert.Equal((1, 1, _folder.Lock), (inputs.Count, inputs.Diff.Added.Count, inputs.Lock));
        Assert.Contains($"docker-image://{Base}@{digest}", inputs.Policy.ToJson());
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        await TestImages.PushAsync(Base, "x", "amd64");
        _folder.Write($"FROM {Base}");
        var first = await _folder.RestoreAsync(_folder.Request);
        File.SetLastWriteTimeUtc(_folder.LockFile, LongAgo);

        var second = await _folder.RestoreAsync(_folder.Request);
        var frozen = await _folder.RestoreAsync(_folder.Frozen);

        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(_folder.LockFile));
        Assert.True(second.Diff.IsEmpty);
        Assert.Equal([first.Policy, first.Policy], [second.Policy, frozen.Policy]);
    }

    [Fact]
    public async Task A_build_that_needs_nothing_gets_no_lock()
    {
        _folder.Write("FROM scratch");

        await _folder.RestoreAsync(_folder.Request);

        Assert.False(File.Exists(_folder.LockFile));
    }

    [Fact]
    public async Task Frozen_one_message_lists_all_that_does_not_match_and_nothing_is_written()
    {
        await TestImages.PushAsync(Base, "x", "amd64");
        await TestImages.PushAsync(Tool, "x", "amd64");
        _folder.Write($"FROM {Base}", $"FROM {Tool}", "FROM scratch", $"COPY --from={Base} / /", $"COPY --from={Tool} / /");
        await _folder.RestoreAsync(_folder.Request);
        var content = _folder.Lock!;
        var (gone, pinned) = (LockSamples.Image('a'), $"{registries.Open}/{_path}/pinned:1@{LockSamples.Digest('b')}");
        _folder.WriteLock(content with
        {
            Images =
            [
                .. content.Images.Where(x => x.Key != Tool),
                new($"{Base}-gone", gone),
                new(pinned, LockSamples.Image('b')),
                new("docker.io/library/unused:1", gone),
            ],
        });
        File.SetLastWriteTimeUtc(_folder.LockFile, LongAgo);
        _folder.Write(
            $"FROM {Base} AS b",
            "FROM scratch",
            $"COPY --from={Tool} / /",
            $"COPY --from={Base}-gone / /",
            $"COPY --from={pinned} / /",
            "COPY --from=b / /");

        var error = await _folder.RefusalAsync(For(LockMode.Frozen, Platform.LinuxAmd64, Platform.LinuxArm64));

        Assert.Equal(
            ("KILN6004",
                $"""
                The lock 'kiln.lock' does not match what the build needs:
                  missing from the lock:
                    {Tool} (app/Dockerfile:3)
                  unused, nothing needs them any more:
                    docker.io/library/unused:1
                  without a platform that is needed:
                    {Base} lacks linux/arm64 and has linux/amd64 (app/Dockerfile:1)
                    {Base}-gone lacks linux/arm64 and has linux/amd64 (app/Dockerfile:4)
                    {pinned} lacks linux/arm64 and has linux/amd64 (app/Dockerfile:5)
                  gone, no registry has them any more:
                    {Base}-gone@{gone.Digest} (app/Dockerfile:4)
                    {pinned} (app/Dockerfile:5)
                Run `./build.sh UpdateLock` and commit 'kiln.lock'. An image that lacks the platform even then is not made for it: take another one, or build without it.
                """),
            (error.Code, error.Message));
        Assert.True(error.IsUsage);
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(_folder.LockFile));
    }

    [Fact]
    public async Task Frozen_without_a_lock_everything_is_missing()
    {
        _folder.Write($"FROM {Base}");

        var error = await _folder.RefusalAsync(_folder.Frozen);

        Assert.Equal(
            $"""
            The lock 'kiln.lock' does not match what the build needs:
              missing from the lock:
                {Base} (app/Dockerfile:1)
            Run `./build.sh Restore` and commit 'kiln.lock'.
            """,
            error.Message);
        Assert.False(File.Exists(_folder.LockFile));
    }

    [Theory]
    [InlineData(LockMode.Add)]
    [InlineData(LockMode.Frozen)]
    public async Task A_base_for_another_architecture_is_refused_before_the_build(LockMode mode)
    {
        await TestImages.PushAsync(Base, "x", "amd64");
        _folder.Write($"FROM {Base}");
        if (mode == LockMode.Frozen)
            await _folder.RestoreAsync(_folder.Request);

        var error = await _folder.RefusalAsync(For(mode, Platform.LinuxArm64));

        Assert.Equal(
            ("KILN6004",
                $"""
                The lock 'kiln.lock' does not match what the build needs:
                  without a platform that is needed:
                    {Base} lacks linux/arm64 and has linux/amd64 (app/Dockerfile:1)
                Run `./build.sh UpdateLock` and commit 'kiln.lock'. An image that lacks the platform even then is not made for it: take another one, or build without it.
                """),
            (error.Code, error.Message));
        Assert.Equal(mode == LockMode.Frozen, File.Exists(_folder.LockFile));
    }

    [Theory]
    [InlineData(LockMode.Add)]
    [InlineData(LockMode.Frozen)]
    public async Task A_tag_that_moved_keeps_its_locked_digest_and_is_told_as_stale(LockMode mode)
    {
        var (old, oldTool) = (await TestImages.PushAsync(Base, "x", "amd64"), await TestImages.PushAsync(Tool, "x", "amd64"));
        _folder.Write($"FROM {Tool} AS builder", $"FROM {Base}", "COPY --from=builder / /");
        var before = await _folder.RestoreAsync(_folder.Request);
        var (now, nowTool) = (await TestImages.PushAsync(Base, "y", "amd64"), await TestImages.PushAsync(Tool, "y", "amd64"));

        var after = await _folder.RestoreAsync(_folder.Request with { Mode = mode });

        Assert.Equal((before.Policy, before.Lock), (after.Policy, after.Lock));
        Assert.Equal([new(Base, old, now), new(Tool, oldTool, nowTool)], after.Stale);
        Assert.DoesNotContain(now.ToString(), after.Policy.ToJson());
    }

    [Fact]
    public async Task A_digest_in_the_Dockerfile_is_locked_for_its_platforms_and_never_stale()
    {
        var digest = await TestImages.PushAsync(Base, "x", "amd64");
        await TestImages.PushAsync(Base, "y", "amd64");
        _folder.Write($"FROM {Base}@{digest}");

        await _folder.RestoreAsync(_folder.Request);
        var inputs = await _folder.RestoreAsync(_folder.Frozen);

        Assert.Equal(($"{Base}@{digest}", digest), Assert.Single(inputs.Lock.Images.Select(x => (x.Key, x.Value.Digest))));
        Assert.Empty(inputs.Stale);
    }

    [Fact]
    public async Task Downloads_and_repositories_are_pinned_too()
    {
        using var server = new FakeRegistry();
        server.Fault = async context =>
        {
            await FakeRegistry.AnswerAsync(context, 200, context.Request.Url!.AbsolutePath switch
            {
                "/a.git/info/refs" => $"{LockSamples.Commit}\trefs/heads/main\n",
                "/a.git/HEAD" => "ref: refs/heads/main\n",
                _ => "content",
            }, "text/plain");
            return true;
        };
        var (file, repository) = ($"http://{server.Address}/tool.tgz", $"http://{server.Address}/a.git");
        _folder.Write("FROM scratch", $"ADD {file} /", $"ADD {repository}#main /src");

        var inputs = await _folder.RestoreAsync(_folder.Request);

        Assert.Equal((file, Digest.OfBytes("content"u8)), Assert.Single(_folder.Lock!.Urls.Select(x => (x.Key, x.Value.Checksum))));
        Assert.Equal(($"{repository}#main", LockSamples.Commit), Assert.Single(_folder.Lock!.Gits.Select(x => (x.Key, x.Value.Commit))));
        Assert.Contains($"\"http.checksum\": \"{Digest.OfBytes("content"u8)}\"", inputs.Policy.ToJson());
        Assert.Contains($"\"git://{server.Address}/a.git#{LockSamples.Commit}\"", inputs.Policy.ToJson());
    }

    [Fact]
    public async Task Each_image_is_asked_for_once_however_often_it_is_named()
    {
        using var fake = new FakeRegistry();
        await TestImages.PushAsync($"{fake.Address}/base:1", "x", "amd64", "arm64");
        fake.Requests.Clear();
        _folder.Write($"FROM {fake.Address}/base:1 AS one", $"FROM {fake.Address}/base:1", $"COPY --from={fake.Address}/base:1 / /", "COPY --from=one / /");

        await _folder.RestoreAsync(For(LockMode.Add, Platform.LinuxAmd64, Platform.LinuxArm64));

        Assert.Single(fake.Seen("HEAD", "/manifests/1"));
        Assert.Single(fake.Seen("HEAD", "/manifests/sha256:"));
        Assert.Single(fake.Requests, x => x.Path == "/v2/");
    }

    [Fact]
    public async Task An_image_floats_by_its_tag_and_by_whatever_digest_that_has()
    {
        _folder.Write("FROM alpine:edge");

        var inputs = await _folder.RestoreAsync(_folder.Request with { Floats = [new FloatingInput("alpine:edge", "tomorrow's packages")] });

        Assert.Equal(
            ["docker-image://docker.io/library/alpine:edge", "docker-image://docker.io/library/alpine:edge@*"],
            inputs.Policy.Rules.Where(x => x.Action == "ALLOW").Select(x => x.Identifier));
        Assert.False(File.Exists(_folder.LockFile));
    }

    [Fact]
    public async Task What_floats_is_neither_asked_for_nor_locked()
    {
        await TestImages.PushAsync(Base, "x", "amd64");
        _folder.Write($"FROM {Base}", "ADD https://127.0.0.1:1/nightly/tool /");
        FloatingInput nightly = new("https://127.0.0.1:1/nightly/*", "it changes every night");
        FloatingInput absent = new("alpine:edge", "nobody uses it");

        var inputs = await _folder.RestoreAsync(_folder.Request with { Floats = [nightly, absent] });

        Assert.Equal([nightly], inputs.Floating);
        Assert.Empty(inputs.Lock.Urls);
        Assert.Contains("https://127.0.0.1:1/nightly/*", inputs.Policy.ToJson());
        Assert.DoesNotContain("alpine", inputs.Policy.ToJson());
    }

    [Fact]
    public async Task A_malformed_lock_is_told_and_stays_as_it_is()
    {
        _folder.Write($"FROM {Base}");
        _folder.WriteLock("{ \"images\": 5 ");

        var error = await _folder.RefusalAsync(_folder.Request);

        Assert.Equal("KILN6001", error.Code);
        Assert.Equal("{ \"images\": 5 ", File.ReadAllText(_folder.LockFile));
    }

    [Fact]
    public async Task Several_things_that_cannot_be_had_are_one_message()
    {
        await TestImages.PushAsync(Base, "x", "amd64");
        _folder.Write($"FROM {Base}", $"COPY --from={Tool} / /", $"COPY --from={Base}-not / /");

        var error = await _folder.RefusalAsync(_folder.Request);

        Assert.Equal(
            ("KILN6010",
                $"""
                2 inputs cannot be had:
                  {Base}-not (app/Dockerfile:3): KILN2009: The registry '{registries.Open}' has no '{Base}-not'. Check the name and the tag.
                  {Tool} (app/Dockerfile:2): KILN2009: The registry '{registries.Open}' has no '{Tool}'. Check the name and the tag.
                """),
            (error.Code, error.Message));
        Assert.False(error.IsUsage);
        Assert.False(File.Exists(_folder.LockFile));
    }

    [Theory]
    [InlineData(LockMode.Add)]
    [InlineData(LockMode.Frozen)]
    public async Task A_registry_that_refuses_says_where_credentials_were_looked_for(LockMode mode)
    {
        var image = $"{registries.Closed}/{_path}:1";
        _folder.Write($"FROM {image}");
        var secret = RegistryCredential.OfPassword("somebody", "wrong-password");
        var access = Clients.Quick with { Credentials = new GivenCredentials([new(registries.Closed, secret)]) };
        _folder.WriteLock(mode == LockMode.Add ? KilnLock.Empty : KilnLock.Empty with { Images = [new(image, LockSamples.Image('a'))] });

        var error = await _folder.RefusalAsync(_folder.Request with { Access = access, Mode = mode });

        Assert.Equal("KILN2002", error.Code);
        Assert.Equal(
            $"The registry '{registries.Closed}' refuses HEAD /v2/{_path}/manifests/{(mode == LockMode.Add ? "1" : LockSamples.Digest('a'))} (HTTP 401). "
            + $"Credentials were looked for here: given to the build for {registries.Closed}: found. "
            + $"Run 'docker login {registries.Closed}', or give the build credentials for this registry.",
            error.Message);
    }

    [Fact]
    public async Task Several_locked_images_that_cannot_be_asked_for_are_one_message_too()
    {
        var (one, other) = ($"{registries.Closed}/{_path}/a:1", $"{registries.Closed}/{_path}/b:1");
        _folder.Write($"FROM {one}", $"FROM {other}", "FROM scratch", $"COPY --from={one} / /", $"COPY --from={other} / /");
        _folder.WriteLock(KilnLock.Empty with { Images = [new(one, LockSamples.Image('a')), new(other, LockSamples.Image('b'))] });

        var error = await _folder.RefusalAsync(_folder.Frozen);

        Assert.Equal("KILN6010", error.Code);
        Assert.StartsWith($"2 inputs cannot be had:\n  {one} (app/Dockerfile:4): KILN2002: The registry", error.Message);
        Assert.Contains($"\n  {other} (app/Dockerfile:5): KILN2002: The registry", error.Message);
    }
}
