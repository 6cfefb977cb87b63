using Kiln.Locking;
using Kiln.Locking.Resolution;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Tests.Locking.Resolution;

public sealed class GitResolverTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CommandRunner _runner = new();

    public void Dispose() => _folder.Dispose();

    async Task<string> GitAsync(params IEnumerable<string> arguments)
    {
        ValueList<string> identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main"];
        return (await _runner.RunAsync(new Command("git", [.. identity, .. arguments]) { WorkingDirectory = _folder.Path })).Output.Trim();
    }

    async Task<string> CommitAsync(string message)
    {
        await GitAsync("commit", "-q", "--allow-empty", "-m", message);
        return await GitAsync("rev-parse", "HEAD");
    }

    Task<string> ResolveAsync(string? reference, string? remote = null) => new GitResolver(_runner).ResolveAsync(
        new RequiredInput.Git(remote ?? _folder.Path, reference) { Place = new InputPlace("Dockerfile", 1) }, default);

    [Fact]
    public async Task Branches_and_tags_are_followed_to_their_commits()
    {
        await GitAsync("init", "-q");
        var first = await CommitAsync("first");
        await GitAsync("tag", "light");
        await GitAsync("tag", "-a", "annotated", "-m", "with a message of its own");
        await GitAsync("branch", "feature/main");
        var second = await CommitAsync("second");

        Assert.Equal(first, await ResolveAsync("light"));
        Assert.Equal(first, await ResolveAsync("annotated"));
        Assert.Equal(first, await ResolveAsync("refs/tags/annotated"));
        Assert.Equal(first, await ResolveAsync("feature/main"));
        Assert.Equal(second, await ResolveAsync("main"));
        Assert.Equal(second, await ResolveAsync(null));
        Assert.Equal(second, await ResolveAsync("main", $"file://{_folder.Path}"));
    }

    [Fact]
    public async Task A_tag_goes_before_a_branch_of_the_same_name()
    {
        await GitAsync("init", "-q");
        var first = await CommitAsync("first");
        await GitAsync("tag", "-a", "v1", "-m", "m");
        await CommitAsync("second");
        await GitAsync("branch", "v1");

        Assert.Equal(first, await ResolveAsync("v1"));
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("ma*")]
    public async Task What_is_not_there_is_named(string reference)
    {
        await GitAsync("init", "-q");
        await CommitAsync("first");

        var error = await Assert.ThrowsAsync<KilnException>(() => ResolveAsync(reference));

        Assert.Equal(
            ("KILN6010", $"The repository '{_folder.Path}' cannot be asked for a commit: it has no '{reference}'. "
                + "Correct it where it is named, or try again."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task A_folder_without_a_repository_is_told_in_git_s_words()
    {
        var error = await Assert.ThrowsAsync<KilnException>(() => ResolveAsync("main"));

        Assert.Equal(
            ("KILN6010", $"The repository '{_folder.Path}' cannot be asked for a commit: "
                + $"fatal: '{_folder.Path}' does not appear to be a git repository. Correct it where it is named, or try again."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task A_host_where_nothing_listens_is_told()
    {
        var error = await Assert.ThrowsAsync<KilnException>(
            () => ResolveAsync("main", $"http://127.0.0.1:{Oci.Registries.FreePort.Find()}/a.git"));

        Assert.Equal("KILN6010", error.Code);
        Assert.Contains("cannot be asked for a commit: fatal: ", error.Message);
    }

    [Theory]
    [InlineData("--upload-pack=touch {0};")]
    [InlineData("-otouch {0}")]
    [InlineData("ext::touch {0}")]
    [InlineData("ssh://-oProxyCommand=touch {0}/x")]
    public async Task A_remote_that_looks_like_an_option_or_a_program_does_nothing(string remote)
    {
        var error = await Assert.ThrowsAsync<KilnException>(() => ResolveAsync("main", string.Format(remote, _folder["touched"])));

        Assert.Equal("KILN6010", error.Code);
        Assert.False(File.Exists(_folder["touched"]));
    }

    [Fact]
    public async Task A_reference_that_looks_like_an_option_does_nothing()
    {
        await GitAsync("init", "-q");
        await CommitAsync("first");

        var error = await Assert.ThrowsAsync<KilnException>(() => ResolveAsync($"--upload-pack=touch {_folder["touched"]};"));

        Assert.Equal("KILN6010", error.Code);
        Assert.False(File.Exists(_folder["touched"]));
    }
}
