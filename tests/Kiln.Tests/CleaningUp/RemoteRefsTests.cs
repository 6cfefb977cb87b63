using Kiln.CleaningUp;
using Kiln.Processes;

namespace Kiln.Tests.CleaningUp;

public sealed class RemoteRefsTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CommandRunner _runner = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Branches_are_those_of_origin_and_requests_are_not_known()
    {
        await GitAsync("init", "--quiet", "--bare", "origin");
        await GitAsync("clone", "--quiet", "origin", "clone");
        await GitAsync("-C", "clone", "-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--quiet", "--allow-empty", "--message", "first");
        await GitAsync("-C", "clone", "push", "--quiet", "origin", "HEAD:refs/heads/main", "HEAD:refs/heads/feature/x", "HEAD:refs/tags/v1");
        var refs = new RemoteRefs(Path.Combine(_folder.Path, "clone"), _runner);

        Assert.Equal(["feature/x", "main"], (await refs.ListBranchesAsync(TestContext.Current.CancellationToken))!.Value);
        Assert.Null(await refs.ListOpenRequestsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_an_origin_there_is_an_error_that_the_planner_tells()
    {
        await GitAsync("init", "--quiet", "alone");

        await Assert.ThrowsAnyAsync<KilnException>(
            () => new RemoteRefs(Path.Combine(_folder.Path, "alone"), _runner).ListBranchesAsync(TestContext.Current.CancellationToken));
    }

    Task GitAsync(params string[] arguments) => _runner.RunAsync(
        new Command("git", [.. arguments]) { WorkingDirectory = _folder.Path, Environment = [new("GIT_CONFIG_GLOBAL", "/dev/null"), new("GIT_CONFIG_NOSYSTEM", "1")] },
        TestContext.Current.CancellationToken);
}
