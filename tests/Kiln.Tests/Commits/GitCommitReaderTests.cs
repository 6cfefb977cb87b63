using Kiln.Commits;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Tests.Commits;

public sealed class GitCommitReaderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CommandRunner _runner = new();

    Task<SourceCommit?> ReadAsync(string relative = "") => new GitCommitReader(_runner).ReadAsync(_folder[relative]);

    async Task<string> GitAsync(params IEnumerable<string> arguments)
    {
        ValueList<string> identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main"];
        var command = new Command("git", [.. identity, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            Environment = [new("GIT_COMMITTER_DATE", "2026-01-02T03:04:05+06:00")],
        };
        return (await _runner.RunAsync(command)).Output.Trim();
    }

    async Task CommitAsync()
    {
        await GitAsync("init", "-q");
        _folder.Write("sub/a", "1");
        _folder.Write(".gitignore", "ignored");
        await GitAsync("add", ".");
        await GitAsync("commit", "-qm", "first");
    }

    [Fact]
    public async Task It_tells_commit_time_branch_and_tags()
    {
        await CommitAsync();
        await GitAsync("tag", "v2");
        await GitAsync("tag", "-a", "v1", "-m", "annotated");

        var commit = await ReadAsync("sub");

        var hash = await GitAsync("rev-parse", "HEAD");
        Assert.Equal(
            new SourceCommit(hash, DateTimeOffset.Parse("2026-01-02T03:04:05+06:00")) { Branch = "main", Tags = ["v1", "v2"] },
            commit);
        Assert.Equal(hash[..12], commit!.ShortHash);
    }

    [Fact]
    public async Task A_detached_head_has_no_branch()
    {
        await CommitAsync();
        await GitAsync("checkout", "-q", "--detach");

        Assert.Null((await ReadAsync())!.Branch);
    }

    [Theory]
    [InlineData("sub", "sub/left.txt", false)]
    [InlineData("sub/deep", "sub/deep/left.txt", false)]
    [InlineData("sub/*", "sub/left.txt", true)]
    [InlineData("su", "sub/left.txt", true)]
    [InlineData("..", "new", true)]
    [InlineData(".", "new", true)]
    public async Task What_builds_leave_makes_it_dirty_nowhere_but_outside_of_its_folder(string leftOut, string file, bool expected)
    {
        await CommitAsync();

        _folder.Write(file, "2");

        var commit = await new GitCommitReader(_runner) { LeftOut = [leftOut] }.ReadAsync(_folder.Path);
        Assert.Equal((expected, "main"), (commit!.IsDirty, commit.Branch));
    }

    [Theory]
    [InlineData("sub/a", true)]
    [InlineData("new", true)]
    [InlineData("ignored", false)]
    public async Task Changed_and_new_files_make_it_dirty_and_ignored_ones_do_not(string file, bool expected)
    {
        await CommitAsync();

        _folder.Write(file, "2");

        Assert.Equal(expected, (await ReadAsync())!.IsDirty);
    }

    [Theory]
    [InlineData("https://user:token@example.com/a/b.git?x=1", "https://example.com/a/b.git")]
    [InlineData("https://example.com:8443/a", "https://example.com:8443/a")]
    [InlineData("ssh://git@example.com/a.git", "ssh://example.com/a.git")]
    [InlineData("git@example.com:a/b.git", "git@example.com:a/b.git")]
    public async Task The_remote_comes_without_credentials(string remote, string expected)
    {
        await CommitAsync();
        await GitAsync("remote", "add", "origin", remote);

        Assert.Equal(expected, (await ReadAsync())!.RemoteUrl);
    }

    [Fact]
    public async Task Outside_of_a_repository_and_before_the_first_commit_there_is_none()
    {
        Assert.Null(await ReadAsync());

        await GitAsync("init", "-q");

        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task A_repository_of_another_user_is_refused_in_gits_own_words()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give files away");
        await CommitAsync();
        await _runner.RunAsync(new Command("chown", ["-R", "65534:65534", _folder.Path]));

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() => ReadAsync());

        Assert.Contains(failure.LastLines, x => x.Contains("dubious ownership"));
    }

    public void Dispose() => _folder.Dispose();
}
