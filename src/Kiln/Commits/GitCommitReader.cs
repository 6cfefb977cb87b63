using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Commits;

/// <summary>Asks git for the commit of a checkout. Writes nothing, not even git's own index.</summary>
public sealed class GitCommitReader(CommandRunner runner, ExecutableFinder programs)
{
    /// <summary>The commit, or null: no git, no repository around the folder, or no commit in it yet.</summary>
    public async Task<SourceCommit?> ReadAsync(string folder, CancellationToken cancellationToken = default)
    {
        if (programs.Find("git") is not { } git)
            return null;
        var head = await AskAsync(git, folder, ["show", "--no-patch", "--no-show-signature", "--format=%H%n%ct", "HEAD"], cancellationToken);
        if (head?.Split('\n') is not [{ Length: >= 40 } hash, var seconds, ..])
            return null;
        var changes = await AskAsync(git, folder, ["status", "--porcelain", "--untracked-files=normal"], cancellationToken);
        var branch = await AskAsync(git, folder, ["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken);
        var tags = await AskAsync(git, folder, ["tag", "--points-at", "HEAD"], cancellationToken);
        var remote = await AskAsync(git, folder, ["remote", "get-url", "origin"], cancellationToken);
        return new SourceCommit
        {
            Hash = hash,
            Time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)),
            IsDirty = changes is { Length: > 0 },
            Branch = branch is { Length: > 0 } ? branch : null,
            Tags = (tags ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToValueList(),
            RemoteUrl = RemoteAddress.Public(remote),
        };
    }

    async Task<string?> AskAsync(string git, string folder, ValueList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await runner.RunAsync(
            new Command(git, ["--no-pager", "-C", folder, .. arguments])
            {
                Environment = [new("GIT_OPTIONAL_LOCKS", "0"), new("LC_ALL", "C")],
                OnFailure = FailureHandling.Return,
            },
            cancellationToken);
        return result.IsSuccess ? result.Output.TrimEnd('\n') : null;
    }
}
