using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Commits;

/// <summary>Asks git which commit is checked out. Changes nothing, not even git's index.</summary>
public sealed class GitCommitReader(CommandRunner runner)
{
    static readonly ValueMap<string?> Variables =
    [
        new("GIT_OPTIONAL_LOCKS", "0"), new("GIT_TERMINAL_PROMPT", "0"), new("LC_ALL", "C"),
    ];

    /// <summary>Folders that hold what builds leave, relative or absolute: their files make no commit dirty. Those outside of the directory are of no matter. Default: none.</summary>
    public ValueList<string> LeftOut { get; init; }

    /// <summary>
    /// Null when git is not installed, the folder is in no repository, or nothing has been committed yet. A repository that
    /// git refuses to read, for instance since it is another user's, is an exception with git's own words.
    /// </summary>
    public async Task<SourceCommit?> ReadAsync(string directory, CancellationToken cancellationToken = default)
    {
        if (ExecutableFinder.FromEnvironment().Find("git") is null)
            return null;
        if (await AskAsync(directory, ["rev-parse", "--verify", "--quiet", "HEAD"], cancellationToken) is null)
            return null;

        // The commit, and what points at it: %D is in the words of --decorate=full.
        var answers = await Task.WhenAll(
            AskAsync(directory, ["log", "-1", "--no-show-signature", "--decorate=full", "--format=%H%n%cI%n%D"], cancellationToken),
            AskAsync(directory, ["status", "--porcelain=v2", "--branch", "--untracked-files=normal", "--", ":(top)", .. Exclusions(directory)], cancellationToken),
            AskAsync(directory, ["config", "--get", "remote.origin.url"], cancellationToken),
            AskAsync(directory, ["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"], cancellationToken));
        var (commit, status, remote, origin) = (answers[0], answers[1], answers[2], answers[3]);
        return Read(commit!, status!, remote) with { DefaultBranch = origin?.Trim()["refs/remotes/origin/".Length..] };
    }

    IEnumerable<string> Exclusions(string directory) => LeftOut
        .Select(x => Path.GetRelativePath(directory, Path.Combine(directory, x)).Replace('\\', '/'))
        .Where(x => x != "." && !Path.IsPathRooted(x) && x.Split('/')[0] != "..")
        .Select(x => $":(exclude,literal){x}");

    static SourceCommit Read(string commit, string status, string? remote)
    {
        var (lines, changes) = (commit.Split('\n'), status.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var branch = changes.Single(x => x.StartsWith("# branch.head ", StringComparison.Ordinal))["# branch.head ".Length..];
        return new SourceCommit(lines[0], DateTimeOffset.Parse(lines[1]))
        {
            Branch = branch == "(detached)" ? null : branch,
            Tags = lines[2].Split(", ")
                .Where(x => x.StartsWith("tag: refs/tags/", StringComparison.Ordinal))
                .Select(x => x["tag: refs/tags/".Length..])
                .Order(StringComparer.Ordinal).ToValueList(),
            IsDirty = changes.Any(x => !x.StartsWith('#')),
            RemoteUrl = remote is null ? null : RemoteUrl.ForOthers(remote.TrimEnd('\n')),
        };
    }

    // Exit code 1 is git's silent "no"; 128 with these words is "not in a repository". Anything else is a failure.
    async Task<string?> AskAsync(string directory, ValueList<string> question, CancellationToken cancellationToken)
    {
        var command = new Command("git", ["--no-pager", .. question])
        {
            WorkingDirectory = directory,
            Environment = Variables,
        };

        try
        {
            return (await runner.RunAsync(command, cancellationToken)).Output;
        }
        catch (CommandFailedException failure) when (failure.ExitCode == 1 && failure.LastLines.Count == 0)
        {
            return null;
        }
        catch (CommandFailedException failure) when (failure.LastLines.Any(x => x.Contains("not a git repository")))
        {
            return null;
        }
    }
}
