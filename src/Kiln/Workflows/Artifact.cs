using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>Files that a job leaves for other jobs and for people.</summary>
/// <param name="Name">Once in a pipeline.</param>
/// <param name="Paths">Relative to the repository; patterns with <c>*</c>.</param>
public sealed record Artifact(string Name, params ValueList<string> Paths)
{
    /// <summary>KILN5001 where a host does not take it.</summary>
    public string Name { get; init; } = JobGrammar.Artifact(Name);

    /// <summary>How long the host keeps them. Default: 14 days.</summary>
    public int Days { get; init; } = 14;

    /// <summary>Whether they are kept when the job fails too. Default: yes.</summary>
    public bool IsKeptOnFailure { get; init; } = true;
}
