using Kiln.Processes;

namespace Kiln.Locking.Resolution;

/// <summary>Asks git which commit a branch or tag of a repository is now.</summary>
sealed class GitResolver(CommandRunner runner)
{
    /// <summary>A tag with a message of its own is followed to its commit. KILN6010 where there is none, or nobody answers.</summary>
    internal async Task<string> ResolveAsync(RequiredInput.Git input, CancellationToken cancellationToken)
    {
        var name = input.Reference ?? "HEAD";
        var command = new Command("git", ["ls-remote", "--", input.Remote, name, $"{name}^{{}}"])
        {
            Environment = [new("GIT_TERMINAL_PROMPT", "0"), new("LC_ALL", "C")],
            Timeout = TimeSpan.FromMinutes(1),
            OnFailure = FailureHandling.Return,
        };
        var result = await runner.RunAsync(command, cancellationToken);
        if (!result.IsSuccess)
            throw Unavailable(input, ReasonIn(result.ErrorOutput));
        return CommitIn(result.Output, name) ?? throw Unavailable(input, $"it has no '{name}'");
    }

    /// <summary>Of lines such as <c>1234…	refs/tags/v1^{}</c> the one that BuildKit would take: a tag before a branch, its commit before itself.</summary>
    internal static string? CommitIn(string lines, string name)
    {
        var commits = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => x.Split('\t'))
            .Where(x => x.Length == 2)
            .DistinctBy(x => x[1])
            .ToDictionary(x => x[1].Trim(), x => x[0]);
        var names = new[] { name, $"refs/tags/{name}", $"refs/heads/{name}" }.SelectMany(x => new[] { $"{x}^{{}}", x });
        return names.Select(x => commits.GetValueOrDefault(x)).FirstOrDefault(x => x is not null);
    }

    // Where it has this advice to give, the reason stands before it.
    internal static string ReasonIn(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .TakeWhile((x, index) => index == 0 || !x.StartsWith("fatal: Could not read from remote repository", StringComparison.Ordinal))
            .LastOrDefault()?.TrimEnd('.') ?? "git gave no reason";

    static KilnException Unavailable(RequiredInput.Git input, string reason) => new(
        ErrorCodes.InputUnavailable,
        $"The repository '{input.Remote}' cannot be asked for a commit: {reason}. Correct it where it is named, or try again.");
}
