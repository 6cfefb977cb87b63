using Kiln.Locking;
using Kiln.Locking.Resolution;
using Kiln.Processes;

namespace Kiln.Tests.Locking.Resolution;

public sealed class GitResolverTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();
    readonly CommandRunner _runner = new();

    string Remote => $"file://{_folder.Path}";

    public async ValueTask InitializeAsync()
    {
        await GitAsync("init", "--quiet", "--initial-branch=main");
        await CommitAsync("one");
        await GitAsync("tag", "light");
        await GitAsync("tag", "--annotate", "-m", "a tag with a message", "heavy");
        await CommitAsync("two");
        await GitAsync("branch", "side");
        await CommitAsync("three");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(null, "HEAD")]
    [InlineData("main", "main")]
    [InlineData("side", "side")]
    [InlineData("refs/heads/side", "side")]
    [InlineData("light", "light")]
    [InlineData("heavy", "heavy^{commit}")]
    public async Task A_name_is_the_commit_behind_it(string? reference, string meant)
    {
        var commit = await ResolveAsync(reference);

        Assert.Equal(await GitAsync("rev-parse", meant), commit);
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_said()
    {
        var error = await Assert.ThrowsAsync<KilnException>(() => ResolveAsync("none"));

        Assert.Equal("KILN6010", error.Code);
        Assert.Equal($"The repository '{Remote}' cannot be asked for a commit: it has no 'none'. Correct it where it is named, or try again.", error.Message);
    }

    [Fact]
    public async Task A_repository_that_is_not_there_is_said_in_the_words_of_git()
    {
        var input = new RequiredInput.Git($"file://{_folder["nowhere"]}", "main") { Place = new("Dockerfile", 1) };

        var error = await Assert.ThrowsAsync<KilnException>(() => new GitResolver(_runner).ResolveAsync(input, CancellationToken.None));

        Assert.Equal("KILN6010", error.Code);
        Assert.Contains("cannot be asked for a commit: ", error.Message);
    }

    [Fact]
    public async Task What_looks_like_an_option_is_a_name()
    {
        var input = new RequiredInput.Git("--upload-pack=touch /tmp/x", "main") { Place = new("Dockerfile", 1) };

        var error = await Assert.ThrowsAsync<KilnException>(() => new GitResolver(_runner).ResolveAsync(input, CancellationToken.None));

        Assert.Equal("KILN6010", error.Code);
    }

    Task<string> ResolveAsync(string? reference) => new GitResolver(_runner).ResolveAsync(
        new RequiredInput.Git(Remote, reference) { Place = new("Dockerfile", 1) }, CancellationToken.None);

    async Task CommitAsync(string note)
    {
        _folder.Write("note", note);
        await GitAsync("add", "note");
        await GitAsync("commit", "--quiet", "-m", note);
    }

    async Task<string> GitAsync(params string[] arguments)
    {
        string[] identity = ["-c", "user.name=Kiln", "-c", "user.email=kiln@example.com"];
        var result = await _runner.RunAsync(new Command("git", ["-C", _folder.Path, .. identity, .. arguments]));
        return result.Output.Trim();
    }
}
