namespace Kiln.Buildx.Progress;

/// <summary>Which style fits where a build runs.</summary>
public static class ProgressStyles
{
    // A terminal that cannot move its cursor, by its own account.
    const string Dumb = "dumb";

    /// <summary>
    /// Told by the variables that CI hosts set. A live view needs a terminal on standard output, which no CI host has even where it
    /// emulates one.
    /// </summary>
    public static ProgressStyle Of(IReadOnlyDictionary<string, string?> variables, bool isTerminal)
    {
        if (Has("GITHUB_ACTIONS"))
            return ProgressStyle.GitHubGroups;
        if (Has("GITLAB_CI"))
            return ProgressStyle.GitLabSections;
        return isTerminal && !Has("CI") && variables.GetValueOrDefault("TERM") is { Length: > 0 } and not Dumb
            ? ProgressStyle.Live
            : ProgressStyle.Lines;

        bool Has(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}
