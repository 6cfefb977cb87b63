using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.CleaningUp;

/// <summary>The branches of <c>origin</c>, asked of git. Git knows no requests.</summary>
/// <param name="directory">A folder of the clone.</param>
/// <param name="runner">Runs git.</param>
public sealed class RemoteRefs(string directory, CommandRunner runner) : IRefSource
{
    const string Heads = "refs/heads/";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async Task<ValueList<string>?> ListBranchesAsync(CancellationToken cancellationToken)
    {
        var command = new Command("git", ["--no-pager", "ls-remote", "--heads", "origin"])
        {
            WorkingDirectory = directory,
            Environment = [new("GIT_TERMINAL_PROMPT", "0"), new("LC_ALL", "C")],
            Timeout = Patience,
        };
        // A line is a commit, a tab, and the ref.
        return (await runner.RunAsync(command, cancellationToken)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => x.Split('\t')[^1].TrimEnd('\r'))
            .Where(x => x.StartsWith(Heads, StringComparison.Ordinal))
            .Select(x => x[Heads.Length..])
            .ToValueList();
    }

    /// <inheritdoc />
    public Task<ValueList<string>?> ListOpenRequestsAsync(CancellationToken cancellationToken) => Task.FromResult<ValueList<string>?>(null);
}
