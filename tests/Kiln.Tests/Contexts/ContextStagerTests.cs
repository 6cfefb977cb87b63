using Kiln.Contexts;
using Kiln.Dockerfiles;
using Kiln.Processes;
using Kiln.Tests.Processes;

namespace Kiln.Tests.Contexts;

public sealed class ContextStagerTests : IDisposable
{
    const string Target = "staged";

    readonly TemporaryFolder _folder = new();
    readonly ContextStager _stager = new();

    ContextSource Source => new(_folder["source"]);

    Task<StagedContext> Stage(ContextSource? source = null) => _stager.StageAsync(source ?? Source, _folder[Target]);

    [Fact]
    public async Task It_tells_what_it_staged()
    {
        _folder.Write("source/a", "12345");
        _folder.Write("source/sub/b", "1");
        Directory.CreateDirectory(_folder["source/empty"]);

        var staged = await Stage();

        Assert.Equal((2, 6, 2, 0), (staged.Files, staged.Bytes, staged.Copied, staged.Deleted));
        Assert.Equal([new("a", 5), new("sub/b", 1)], staged.LargestFiles);
        Assert.Equal(["f a", "d empty", "d sub", "f sub/b"], Listing());
    }

    [Fact]
    public async Task The_second_time_nothing_is_copied()
    {
        _folder.Write("source/a", "1");
        File.CreateSymbolicLink(_folder["source/link"], "a");
        var first = await Stage();

        var second = await Stage();

        Assert.Equal((2, 0), (first.Copied, second.Copied));
        Assert.Equal(first with { Copied = 0, Duration = second.Duration }, second);
    }

    [Fact]
    public async Task Only_what_changed_is_copied_and_what_disappeared_is_deleted()
    {
        foreach (var name in (string[])["a", "b", "gone", "old/c"])
            _folder.Write($"source/{name}", name);
        await Stage();
        _folder.Write("source/a", "x");
        File.Delete(_folder["source/gone"]);
        Directory.Delete(_folder["source/old"], recursive: true);

        var staged = await Stage();

        Assert.Equal((1, 3), (staged.Copied, staged.Deleted));
        Assert.Equal(["f a", "f b"], Listing());
        Assert.Equal("x", File.ReadAllText(_folder[$"{Target}/a"]));
    }

    [Fact]
    public async Task Secrets_are_refused_before_anything_is_copied()
    {
        _folder.Write("source/app/.env", "DB_PASSWORD=hunter22\n");
        _folder.Write("source/server.key", "-----BEGIN PRIVATE KEY-----\n");

        var failure = await Assert.ThrowsAsync<KilnException>(() => Stage());

        Assert.Equal(
            $"""
            KILN1026: The build context '{_folder["source"]}' holds secrets, and nothing was sent:
              app/.env (21 B): a value for DB_PASSWORD. Line for its .dockerignore: app/.env
              server.key (28 B): a private key. Line for its .dockerignore: server.key
            Leave them out by these lines; what a step needs, give it as a secret (docs/guides/secrets.md). What is no secret, allow by name where the image is described: AllowedInContext = [new("path", "why")].
            """,
            failure.ToString());
        Assert.Empty(Listing());
    }

    [Fact]
    public async Task What_is_ignored_or_allowed_is_no_secret_and_what_is_sent_for_nothing_is_told()
    {
        _folder.Write("source/.env", "DB_PASSWORD=hunter22\n");
        _folder.Write("source/server.key", "-----BEGIN PRIVATE KEY-----\n");
        _folder.Write("source/node_modules/a.js", "1");

        var staged = await Stage(Source with { Ignore = DockerIgnore.Parse(".env"), Allowed = [new("server.key", "of no use outside of the tests")] });

        Assert.Equal(["node_modules"], staged.Findings.Select(x => x.Path));
        Assert.Equal(["d node_modules", "f node_modules/a.js", "f server.key"], Listing());
    }

    [Fact]
    public async Task Ignored_and_excluded_paths_are_left_out_and_what_is_taken_in_again_keeps_its_folder()
    {
        foreach (var name in (string[])["a.log", "docs/x", "docs/keep/y", "artifacts/z", ".git/HEAD", "out/artifacts/w"])
            _folder.Write($"source/{name}", name);
        var source = Source with
        {
            Ignore = DockerIgnore.Parse("*.log\ndocs\n!docs/keep\n!artifacts"),
            ExcludedFolders = [_folder["source/artifacts/"], _folder["elsewhere"]],
        };

        await Stage(source);

        Assert.Equal(
            ["d .git", "f .git/HEAD", "d docs", "d docs/keep", "f docs/keep/y", "d out", "d out/artifacts", "f out/artifacts/w"],
            Listing());
    }

    [Theory]
    [InlineData("600", "644")]
    [InlineData("444", "644")]
    [InlineData("664", "644")]
    [InlineData("654", "644")]
    [InlineData("700", "755")]
    [InlineData("4775", "755")]
    public async Task Modes_become_those_that_git_knows(string mode, string expected)
    {
        var file = _folder.Write("source/sub/a", "");
        File.SetUnixFileMode(file, (UnixFileMode)Convert.ToInt32(mode, 8));
        File.SetUnixFileMode(_folder["source/sub"], (UnixFileMode)Convert.ToInt32("770", 8));

        await Stage();

        Assert.Equal(expected, Convert.ToString((int)File.GetUnixFileMode(_folder[$"{Target}/sub/a"]), 8));
        Assert.Equal("755", Convert.ToString((int)File.GetUnixFileMode(_folder[$"{Target}/sub"]), 8));
    }

    [Fact]
    public async Task A_changed_mode_is_taken_over()
    {
        var file = _folder.Write("source/a", "");
        await Stage();

        File.SetUnixFileMode(file, GitModes755);
        await Stage();

        Assert.Equal(GitModes755, File.GetUnixFileMode(_folder[$"{Target}/a"]));
    }

    [Fact]
    public async Task Links_stay_as_they_are()
    {
        Directory.CreateDirectory(_folder["source"]);
        File.CreateSymbolicLink(_folder["source/dangling"], "no/such");
        File.CreateSymbolicLink(_folder["source/outside"], "/etc");
        File.CreateSymbolicLink(_folder["source/loop"], ".");

        await Stage();

        Assert.Equal(["l dangling → no/such", "l loop → .", "l outside → /etc"], Listing());
    }

    [Fact]
    public async Task Pipes_and_sockets_are_skipped_and_empty_files_are_not()
    {
        _folder.Write("source/empty", "");
        await new CommandRunner().RunAsync(new Command("mkfifo", [_folder["source/pipe"]]));

        await Stage();

        Assert.Equal(["f empty"], Listing());
    }

    [Theory]
    [InlineData("file", "folder")]
    [InlineData("folder", "file")]
    [InlineData("file", "link")]
    [InlineData("link", "file")]
    [InlineData("folder", "link")]
    [InlineData("link", "folder")]
    public async Task A_path_may_become_something_else(string before, string after)
    {
        Make(before);
        await Stage();
        Directory.Delete(_folder["source"], recursive: true);
        Make(after);

        await Stage();

        Assert.Equal(after, Listing() switch { ["d x", "f x/y"] => "folder", ["f x"] => "file", ["l x → /tmp"] => "link", _ => "?" });
    }

    [Theory]
    [InlineData("new\nline")]
    [InlineData("ünï 🦊 *?[a]")]
    [InlineData("back\\slash")]
    [InlineData(" blank ")]
    [InlineData("-rf")]
    public async Task Odd_names_are_fine(string name)
    {
        _folder.Write($"source/{name}/{name}", name);

        await Stage();

        Assert.Equal([$"d {name}", $"f {name}/{name}"], Listing());
    }

    [Fact]
    public async Task Long_paths_are_fine()
    {
        var name = string.Join('/', Enumerable.Repeat(new string('x', 200), 15));
        _folder.Write($"source/{name}", "deep");

        var staged = await Stage();

        Assert.Equal([new(name, 4)], staged.LargestFiles);
    }

    [Fact]
    public async Task What_an_interrupted_staging_left_is_put_right()
    {
        _folder.Write("source/a", "12345");
        _folder.Write("source/b", "12345");
        await Stage();
        _folder.Write($"{Target}/a", "123");
        _folder.Write($"{Target}/b", "1234x");
        _folder.Write($"{Target}/half/c", "");

        var staged = await Stage();

        Assert.Equal((2, 2), (staged.Copied, staged.Deleted));
        Assert.Equal(("12345", "12345"), (File.ReadAllText(_folder[$"{Target}/a"]), File.ReadAllText(_folder[$"{Target}/b"])));
    }

    [Fact]
    public async Task The_umask_of_neither_checkout_nor_build_shows()
    {
        foreach (var umask in (string[])["022", "077"])
        {
            var script = $"umask {umask} && mkdir -p $1/sub && echo x > $1/sub/a && cp $1/sub/a $1/tool && chmod u+x $1/tool && $0 stage $1 $2";
            await new CommandRunner().RunAsync(new Command(
                "sh", ["-c", script, Dummy.Path, _folder[$"source{umask}"], _folder[$"staged{umask}"]]));
        }

        Assert.Equal(TreeListing.Of(_folder["staged022"]), TreeListing.Of(_folder["staged077"]));
        Assert.Contains("-rwxr-xr-x", string.Join('\n', TreeListing.Of(_folder["staged077"])));
    }

    [Fact]
    public async Task A_missing_context_is_named()
    {
        var failure = await Assert.ThrowsAsync<KilnException>(() => Stage());

        Assert.Equal(
            $"KILN1041: The build context '{Source.Folder}' does not exist: there is no folder '{Source.Folder}'.",
            failure.ToString());
    }

    [Theory]
    [InlineData("source")]
    [InlineData("source/.nuke/temp")]
    [InlineData("")]
    public async Task It_never_stages_into_the_context_or_over_it(string target)
    {
        _folder.Write("source/a", "");

        var failure = await Assert.ThrowsAsync<KilnException>(() => _stager.StageAsync(Source, _folder[target]));

        Assert.Equal("KILN1044", failure.Code);
        Assert.True(File.Exists(_folder["source/a"]));
    }

    [Fact]
    public async Task An_excluded_folder_of_the_context_may_hold_the_copy()
    {
        _folder.Write("source/a", "");
        var source = Source with { ExcludedFolders = [_folder["source/.nuke"]] };

        var staged = await _stager.StageAsync(source, _folder["source/.nuke/temp/context"]);

        Assert.Equal(1, staged.Files);
    }

    const UnixFileMode GitModes755 = (UnixFileMode)0b111_101_101;

    void Make(string kind)
    {
        Directory.CreateDirectory(_folder["source"]);
        if (kind == "link")
            File.CreateSymbolicLink(_folder["source/x"], "/tmp");
        else
            _folder.Write(kind == "file" ? "source/x" : "source/x/y", "");
    }

    List<string> Listing() => [.. TreeListing.Entries(_folder[Target]).Select(Describe)];

    string Describe(FileSystemInfo entry)
    {
        var name = Path.GetRelativePath(_folder[Target], entry.FullName);
        return entry.LinkTarget is { } link ? $"l {name} → {link}" : $"{(entry is DirectoryInfo ? 'd' : 'f')} {name}";
    }

    public void Dispose() => _folder.Dispose();
}
