using System.Text.RegularExpressions;

namespace Kiln.Workflows.Pins;

/// <summary>An action of GitHub's marketplace and a version of it.</summary>
/// <param name="Repository">Owner and repository, for example <c>actions/checkout</c>.</param>
/// <param name="Path">A folder in it, for example <c>upload-sarif</c>; null: its root.</param>
/// <param name="Version">A tag, a branch or a commit.</param>
public sealed partial record ActionVersion(string Repository, string? Path, string Version)
{
    /// <summary>Whether the version is a commit, which nobody can move.</summary>
    public bool IsPinned => IsCommit(Version);

    internal static bool IsCommit(string version) => Commit().IsMatch(version);

    /// <summary>By which <c>kiln.lock</c> knows it: <c>actions/checkout@v7.0.1</c>.</summary>
    public string Key => $"{Repository}@{Version}";

    /// <summary>As a workflow names it: <c>github/codeql-action/upload-sarif@v4.36.2</c>.</summary>
    public override string ToString() => $"{Repository}{(Path is null ? "" : $"/{Path}")}@{Version}";

    /// <summary>Reads <c>owner/repository[/path]@version</c>; KILN5001 where it is something else.</summary>
    public static ActionVersion Parse(string text) => Form().Match(text) is { Success: true } match
        ? new ActionVersion(match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value : null, match.Groups[3].Value)
        : throw new KilnException(
            ErrorCodes.InvalidPipeline, $"'{text}' is no action: it is named by owner, repository and version, as in 'actions/checkout@v7.0.1'.");

    internal ActionVersion At(string commit) => this with { Version = commit };

    [GeneratedRegex("^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]
    private static partial Regex Commit();

    [GeneratedRegex(@"^([A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+)(?:/([A-Za-z0-9._/-]+))?@([A-Za-z0-9][A-Za-z0-9._/-]*)$")]
    private static partial Regex Form();
}
