namespace Kiln.Linting.Scripts;

/// <summary>What ShellCheck said of scripts, by their digests.</summary>
/// <param name="comments">Of each script that was asked about.</param>
/// <param name="shortfall">Why it was not asked, in one sentence; null where it was, or was not to be.</param>
sealed class ScriptAnswers(IReadOnlyDictionary<Digest, IReadOnlyList<ShellCheckComment>> comments, string? shortfall = null)
{
    /// <summary>Nobody was to be asked.</summary>
    public static ScriptAnswers None { get; } = Without(null);

    public bool IsEmpty => comments.Count == 0;

    /// <summary>Why it was not asked, in one sentence; null where it was, or was not to be.</summary>
    public string? Shortfall { get; } = shortfall;

    public static ScriptAnswers Without(string? shortfall) => new(new Dictionary<Digest, IReadOnlyList<ShellCheckComment>>(), shortfall);

    /// <summary>Nothing for a script that nobody was asked about.</summary>
    public IReadOnlyList<ShellCheckComment> About(RunScript script) => comments.GetValueOrDefault(script.Digest) ?? [];
}
