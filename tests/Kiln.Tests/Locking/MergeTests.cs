using Kiln.Locking;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Tests.Locking;

/// <summary>What git itself makes of two branches that change the lock.</summary>
public sealed class MergeTests : IDisposable
{
    static readonly KilnLock Base = KilnLock.Empty with
    {
        Images = new[] { "alpine:3.20", "debian:12", "golang:1.24", "node:22", "ubuntu:24.04" }
            .Select(x => KeyValuePair.Create($"docker.io/library/{x}", LockSamples.Image('a')))
            .ToValueMap(),
    };

    readonly TemporaryFolder _folder = new();
    readonly CommandRunner _runner = new();

    string Lock => _folder["kiln.lock"];

    public void Dispose() => _folder.Dispose();

    async Task<CommandResult> GitAsync(params IEnumerable<string> arguments)
    {
        ValueList<string> identity =
            ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main"];
        return await _runner.RunAsync(
            new Command("git", [.. identity, .. arguments]) { WorkingDirectory = _folder.Path });
    }

    async Task CommitAsync(KilnLock content)
    {
        LockFile.Write(Lock, content);
        await GitAsync("add", ".");
        await GitAsync("commit", "-qm", "lock");
    }

    async Task BranchesAsync(KilnLock ours, KilnLock theirs)
    {
        await GitAsync("init", "-q");
        await CommitAsync(Base);
        await GitAsync("checkout", "-qb", "feature");
        await CommitAsync(theirs);
        await GitAsync("checkout", "-q", "main");
        await CommitAsync(ours);
    }

    static KilnLock With(string key, char digit) =>
        Base with { Images = Base.Images.With($"docker.io/library/{key}", LockSamples.Image(digit)) };

    [Fact]
    public async Task Branches_that_add_entries_at_different_places_merge_without_a_word()
    {
        var ours = With("busybox:1", 'b');
        var theirs = With("python:3", 'c') with
        {
            Gits = LockSamples.Full.Gits,
            Tools = LockSamples.Full.Tools,
        };
        await BranchesAsync(ours, theirs);

        await GitAsync("merge", "-q", "feature");

        var merged = theirs with { Images = [.. ours.Images, .. theirs.Images] };
        Assert.Equal(merged, LockFile.Read(Lock));
        Assert.Equal(LockText.Write(merged), File.ReadAllText(Lock));
    }

    [Fact]
    public async Task Branches_that_move_the_same_entry_conflict_and_the_message_says_where_and_what_to_do()
    {
        await BranchesAsync(With("golang:1.24", 'b'), With("golang:1.24", 'c'));
        await Assert.ThrowsAsync<CommandFailedException>(() => GitAsync("merge", "-q", "feature"));
        var before = File.ReadAllText(Lock);

        var error = Assert.Throws<KilnException>(() => LockFile.Read(Lock));

        Assert.Equal("KILN6002", error.Code);
        Assert.Equal(
            $"""
            The lock '{Lock}' has a merge conflict:
              lines 5 to 9: 'HEAD' against 'feature'
            Keep the lines of both sides and delete the markers, or take one side with `git checkout --ours {Lock}` and run `./build.sh Restore`. Nothing was overwritten.
            """,
            error.Message);
        Assert.Equal(before, File.ReadAllText(Lock));
    }

    [Fact]
    public async Task Taking_one_side_as_the_message_says_gives_a_lock()
    {
        var ours = With("golang:1.24", 'b');
        await BranchesAsync(ours, With("golang:1.24", 'c'));
        await Assert.ThrowsAsync<CommandFailedException>(() => GitAsync("merge", "-q", "feature"));

        await GitAsync("checkout", "--ours", Lock);

        Assert.Equal(ours, LockFile.Read(Lock));
    }

    [Theory]
    [InlineData("{\n<<<<<<< HEAD\n||||||| base\n=======\n>>>>>>> b\n}", "lines 2 to 5: 'HEAD' against 'b'")]
    [InlineData("<<<<<<< a b\r\n=======\r\n>>>>>>> c/d\r\n", "lines 1 to 3: 'a b' against 'c/d'")]
    [InlineData("{\n=======\n}", "line 2: a side without a name against a side without a name")]
    [InlineData("{\n>>>>>>> b\n}", "line 2: a side without a name against 'b'")]
    [InlineData(
        "<<<<<<< a\n=======\n>>>>>>> b\n<<<<<<< a\n=======\n>>>>>>> b",
        "lines 1 to 3: 'a' against 'b'\n  lines 4 to 6: 'a' against 'b'")]
    public void Every_conflict_is_named_and_half_a_marker_is_one_as_well(string text, string lines)
    {
        var error = Assert.Throws<KilnException>(() => LockText.Read(text, "kiln.lock"));

        Assert.Equal("KILN6002", error.Code);
        Assert.Equal(
            $"The lock 'kiln.lock' has a merge conflict:\n  {lines}\n"
            + "Keep the lines of both sides and delete the markers, or take one side with "
            + "`git checkout --ours kiln.lock` and run `./build.sh Restore`. Nothing was overwritten.",
            error.Message);
    }
}
