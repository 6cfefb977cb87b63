namespace Kiln.Workflows;

/// <summary>Where a job deploys to; the host keeps secrets, approvals and a history for it.</summary>
/// <param name="Name">For example <c>production</c>.</param>
public sealed record DeploymentEnvironment(string Name)
{
    /// <summary>KILN5001 where a host does not take it.</summary>
    public string Name { get; init; } = JobGrammar.Environment(Name);

    /// <summary>Where people find what was deployed. Default: nothing.</summary>
    public string? Url { get; init => field = JobGrammar.Address(value); }

    /// <summary>
    /// Whether a person has to let it go on. GitLab: the job waits for it. GitHub keeps that in the environment's settings, and the file cannot say it.
    /// Default: no.
    /// </summary>
    public bool NeedsApproval { get; init; }

    /// <summary>Anything else in the host's own words, for example <c>["deployment_tier"] = "staging"</c> for GitLab; it wins. Default: nothing.</summary>
    public HostExtra Extra { get; init; } = new();
}
