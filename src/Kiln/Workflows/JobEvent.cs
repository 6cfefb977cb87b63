namespace Kiln.Workflows;

/// <summary>What a pipeline is run for.</summary>
public enum JobEvent
{
    /// <summary>A pull or merge request.</summary>
    PullRequest,

    /// <summary>A commit on a branch.</summary>
    Branch,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>A schedule.</summary>
    Schedule,

    /// <summary>Somebody started it.</summary>
    Manual,

    /// <summary>Another repository's pipeline.</summary>
    Called,
}
