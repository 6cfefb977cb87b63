using System.Text;
using Kiln.Caching;
using Kiln.Caching.Backends;
using Kiln.Caching.Folders;

namespace Kiln.Tests.Caching.Folders;

public sealed class FolderRunTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    FolderCache Cache => new(_folder.Path) { MaximumSize = 10_000 };

    [Fact]
    public async Task What_one_build_wrote_the_next_one_reads()
    {
        await WriteAsync("api", "one", "two");

        await using var next = await FolderRun.BeginAsync(Cache, ["api", "other"], CancellationToken.None);

        var read = next.Read(Entry("src", "api"))!;
        Assert.Equal("api", CacheIndex.Read(read.Attributes["src"]).Manifests.Single().Tag);
        Assert.Equal(["one", "two"], BlobsIn(read.Attributes["src"]).Where(x => !x.StartsWith('{')).Order());
        Assert.Null(next.Read(Entry("src", "other")));
    }

    [Fact]
    public async Task Another_build_collecting_takes_nothing_away_from_one_that_runs()
    {
        await WriteAsync("api", "one");
        await using var running = await FolderRun.BeginAsync(Cache, ["api"], CancellationToken.None);

        await WriteAsync("api", "two");

        Assert.Equal(["two"], BlobsIn(_folder.Path).Where(x => !x.StartsWith('{')));
        Assert.Contains("one", BlobsIn(running.Read(Entry("src", "api"))!.Attributes["src"]));
    }

    [Fact]
    public async Task Two_builds_at_once_both_leave_what_they_wrote()
    {
        await using (var first = await FolderRun.BeginAsync(Cache, [], CancellationToken.None))
        await using (var second = await FolderRun.BeginAsync(Cache, [], CancellationToken.None))
        {
            Fill(first.Write(Entry("dest", "api")).Attributes["dest"], "api", "shared", "one");
            Fill(second.Write(Entry("dest", "worker")).Attributes["dest"], "worker", "shared", "two");
            Assert.Empty(await first.KeepAsync(CancellationToken.None));
            Assert.Empty(await second.KeepAsync(CancellationToken.None));
        }

        Assert.Equal(["api", "worker"], CacheIndex.Read(_folder.Path).Manifests.Select(x => x.Tag).Order());
        Assert.Equal(["one", "shared", "two"], BlobsIn(_folder.Path).Where(x => !x.StartsWith('{')).Order());
    }

    [Fact]
    public async Task What_was_used_longest_ago_makes_room()
    {
        await WriteAsync("old", new string('a', 4_000));
        await WriteAsync("used", new string('b', 4_000));
        await using (var reading = await FolderRun.BeginAsync(Cache, ["old"], CancellationToken.None))
            await reading.KeepAsync(CancellationToken.None);

        await WriteAsync("new", new string('c', 4_000));

        Assert.Equal(["new", "old"], CacheIndex.Read(_folder.Path).Manifests.Select(x => x.Tag).Order());
    }

    [Fact]
    public async Task A_cache_that_alone_is_too_large_is_not_kept_and_takes_nothing_with_it()
    {
        await WriteAsync("small", "one");

        var notes = await WriteAsync("huge", new string('x', 20_000));

        Assert.Equal(
            $"the folder {_folder.Path}: the cache of huge alone is larger than 10000 bytes and is not kept; raise MaximumSize",
            Assert.Single(notes));
        Assert.Equal(["small"], CacheIndex.Read(_folder.Path).Manifests.Select(x => x.Tag));
    }

    [Fact]
    public async Task What_BuildKit_did_not_finish_is_not_taken_in()
    {
        await WriteAsync("api", "one");
        await using var run = await FolderRun.BeginAsync(Cache, [], CancellationToken.None);
        var layout = run.Write(Entry("dest", "api")).Attributes["dest"];
        Fill(layout, "api", "two");
        File.Delete(new BlobStore(layout).PathOf(Digest.OfBytes("two"u8)));

        var notes = await run.KeepAsync(CancellationToken.None);

        Assert.Equal($"the folder {_folder.Path}: BuildKit left no whole cache for api; the one before stays", Assert.Single(notes));
        Assert.Contains("one", BlobsIn(_folder.Path));
    }

    [Fact]
    public async Task The_folders_of_killed_builds_are_cleared_away_and_those_of_running_ones_stay()
    {
        var killed = Directory.CreateDirectory(Path.Combine(_folder.Path, ".runs", "killed")).FullName;
        await using var running = await FolderRun.BeginAsync(Cache, [], CancellationToken.None);
        var theirs = Directory.GetDirectories(Path.Combine(_folder.Path, ".runs"));

        await using (await FolderRun.BeginAsync(Cache, [], CancellationToken.None))
            Assert.All(theirs, x => Assert.True(Directory.Exists(x)));

        Assert.False(Directory.Exists(killed));
    }

    [Fact]
    public async Task A_damaged_index_is_an_empty_cache()
    {
        await WriteAsync("api", "one");
        File.WriteAllText(Path.Combine(_folder.Path, "index.json"), "{ cut off");

        await WriteAsync("worker", "two");

        Assert.Equal(["two"], BlobsIn(_folder.Path).Where(x => !x.StartsWith('{')));
    }

    async Task<IEnumerable<string>> WriteAsync(string tag, params string[] blobs)
    {
        await using var run = await FolderRun.BeginAsync(Cache, [], CancellationToken.None);
        Fill(run.Write(Entry("dest", tag)).Attributes["dest"], tag, blobs);
        return await run.KeepAsync(CancellationToken.None);
    }

    static CacheEntry Entry(string attribute, string tag) => new("local", [new(attribute, "?"), new("tag", tag)]);

    // What BuildKit's exporter leaves: blobs, a manifest that lists them, an index with the tag.
    static void Fill(string layout, string tag, params string[] blobs)
    {
        var layers = blobs.Select(x => $$"""{"digest":"{{Put(layout, x)}}"}""");
        var manifest = $$"""{"layers":[{{string.Join(',', layers)}}]}""";
        var entry = new CacheIndexEntry("application/vnd.oci.image.manifest.v1+json", Put(layout, manifest), manifest.Length, new() { [CacheIndex.TagKey] = tag });
        new CacheIndex { Manifests = [entry] }.Write(layout);
    }

    static Digest Put(string layout, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var file = new BlobStore(layout).PathOf(Digest.OfBytes(bytes));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return Digest.OfBytes(bytes);
    }

    static IEnumerable<string> BlobsIn(string layout) =>
        Directory.EnumerateFiles(Path.Combine(layout, "blobs"), "*", SearchOption.AllDirectories).Select(File.ReadAllText);

    public void Dispose() => _folder.Dispose();
}
