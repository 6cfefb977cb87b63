using Kiln.Primitives;
using Kiln.Workflows.Explaining;

namespace Kiln.Workflows;

/// <summary>What a CI host runs, and when; the same for every host.</summary>
/// <param name="Name">A file's name without its ending, for example <c>images</c>.</param>
public sealed record Pipeline(string Name)
{
    /// <summary>KILN5001 where it can be no file's name.</summary>
    public string Name { get; init; } = JobGrammar.Pipeline(Name);

    internal Origin Origin { get; } = Origin.Here();

    /// <summary>As people see it. Default: the name.</summary>
    public string? Title { get; init; }

    /// <summary>What makes it run.</summary>
    public required ValueList<Trigger> Triggers { get; init; }

    /// <summary>What it is run for.</summary>
    internal IEnumerable<JobEvent> Events => Triggers.SelectMany(x => x switch
    {
        Trigger.Push { Tags.Count: 0 } => [JobEvent.Branch],
        Trigger.Push { Branches.Count: 0 } => [JobEvent.Tag],
        Trigger.Push => [JobEvent.Branch, JobEvent.Tag],
        Trigger.PullRequest => [JobEvent.PullRequest],
        Trigger.Schedule => [JobEvent.Schedule],
        Trigger.Manual => [JobEvent.Manual],
        Trigger.Called => (JobEvent[])[JobEvent.Called],
        _ => throw new InvalidOperationException($"{x} is no trigger."),
    });

    /// <summary>For which of them a job of it runs.</summary>
    internal IEnumerable<JobEvent> EventsOf(Job job) => Events.Distinct().Where(x => job.On.Count == 0 || job.On.Contains(x));

    /// <summary>What it does.</summary>
    public required ValueList<Job> Jobs { get; init; }

    /// <summary>Variables of all jobs; KILN5001 for a name that is none. Default: none.</summary>
    public ValueMap<string> Variables { get; init => field = JobGrammar.Variables(value, "a pipeline's variable"); }

    /// <summary>Whether a newer run for the same pull request ends an older one. Runs for branches and tags are never ended. Default: yes.</summary>
    public bool EndsOlderRuns { get; init; } = true;

    /// <summary>Anything else in the host's own words; it wins. Default: nothing.</summary>
    public HostExtra Extra { get; init; } = new();
}
