using Kiln.Primitives;
using Kiln.Workflows.Explaining;

namespace Kiln.Workflows;

/// <summary>
/// Targets that one machine runs. What the machine needs for them (an engine, a cache, the registry's permission, the job's token) is derived from
/// the targets; nobody lists it.
/// </summary>
public sealed record Job
{
    /// <summary>Runs targets, in this order; KILN5001 where a name is none that every host takes.</summary>
    public Job(string name, params IEnumerable<string> targets)
    {
        Name = JobGrammar.Job(name);
        Targets = targets.Select(JobGrammar.Target).ToValueList();
    }

    internal Origin Origin { get; } = Origin.Here();

    /// <summary>For example <c>push</c>; other jobs and hosts know it by that.</summary>
    public string Name { get; init => field = JobGrammar.Job(value); }

    /// <summary>What is run. Those that they depend on run by themselves.</summary>
    public ValueList<string> Targets { get; init; }

    /// <summary>Jobs that have to succeed before. Default: none.</summary>
    public ValueList<string> Needs { get; init; }

    /// <summary>For which of the pipeline's events. Default: all.</summary>
    public ValueList<JobEvent> On { get; init; }

    /// <summary>The same job several times, at once. Default: once.</summary>
    public JobMatrix? Matrix { get; init; }

    /// <summary>On what. Default: the host's own Linux machine.</summary>
    public Runner Runner { get; init; } = Runner.Linux;

    /// <summary>Whether it needs all commits and tags, for example to take a version from them. Default: no, one commit is fetched.</summary>
    public bool NeedsHistory { get; init; }

    /// <summary>When it is ended. Default: an hour.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often it is tried again when it fails. Default: 0. GitHub cannot.</summary>
    public int Retries { get; init; }

    /// <summary>Where it deploys to. Default: nowhere.</summary>
    public DeploymentEnvironment? Environment { get; init; }

    /// <summary>
    /// One job of this name at a time, in all pipelines; others wait, of which GitHub keeps the newest only. Default: any number.
    /// </summary>
    public string? Exclusive { get; init => field = value is null ? null : JobGrammar.Environment(value); }

    /// <summary>Variables of this job; KILN5001 for a name that is none. Default: none.</summary>
    public ValueMap<string> Variables { get; init => field = JobGrammar.Variables(value, "a job's variable"); }

    /// <summary>Secrets of the host that this job gets beside those that its targets need. Default: none.</summary>
    public ValueList<SecretUse> Secrets { get; init; }

    /// <summary>Tokens by which the host says who this job is, by variable and audience; KILN5001 for what can be no variable. Default: none.</summary>
    public ValueMap<string> IdTokens { get; init => field = value.Select(x => KeyValuePair.Create(JobGrammar.Variable(x.Key, "a token's variable"), x.Value)).ToValueMap(); }

    /// <summary>Programs that run beside it. Default: none.</summary>
    public ValueList<ServiceContainer> Services { get; init; }

    /// <summary>What other jobs or people get. Default: Kiln's reports, where it makes some.</summary>
    public ValueList<Artifact> Artifacts { get; init; }

    /// <summary>Names of artifacts of jobs among its <see cref="Needs"/>; they lie where they lay. Default: none.</summary>
    public ValueList<string> Takes { get; init; }

    /// <summary>What is done before the targets. Default: nothing but to prepare the machine.</summary>
    public ValueList<Step> Before { get; init; }

    /// <summary>What is done after them. Default: nothing but to keep the reports.</summary>
    public ValueList<Step> After { get; init; }

    /// <summary>Anything else in the host's own words; it wins. Default: nothing.</summary>
    public HostExtra Extra { get; init; } = new();
}
