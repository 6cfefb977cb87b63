using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>Files that a job leaves for other jobs and for people.</summary>
/// <param name="Name">Once in a pipeline.</param>
/// <param name="Paths">Relative to the repository; patterns with <c>*</c>.</param>
public sealed record Artifact(string Name, params ValueList<string> Paths)
{
    /// <summary>KILN5001 where a host does not take it.</summary>
    public string Name { get; init; } = JobGrammar.Artifact(Name);

    /// <summary>The folder that all of the paths lie in, as GitHub's upload finds it; <c>.</c> where they have none in common.</summary>
    internal string Root
    {
        get
        {
            var folders = Paths.Select(x => x.EndsWith('/') ? x.TrimEnd('/').Split('/') : x.Split('/')[..^1]).Select(x => x.TakeWhile(y => !y.Contains('*', StringComparison.Ordinal)).ToArray()).ToArray();
            var common = folders.Aggregate((all, x) => all.Zip(x).TakeWhile(y => y.First == y.Second).Select(y => y.First).ToArray());
            return common.Length == 0 ? "." : string.Join('/', common);
        }
    }

    /// <summary>How long the host keeps them. Default: 14 days.</summary>
    public int Days { get; init; } = 14;

    /// <summary>Whether they are kept when the job fails too. Default: yes.</summary>
    public bool IsKeptOnFailure { get; init; } = true;
}
