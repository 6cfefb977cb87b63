using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>What a CI host runs, and when; the same for every host.</summary>
/// <param name="Name">A file's name without its ending, for example <c>images</c>.</param>
public sealed record Pipeline(string Name)
{
    /// <summary>KILN5001 where it can be no file's name.</summary>
    public string Name { get; init; } = JobGrammar.Pipeline(Name);

    /// <summary>As people see it. Default: the name.</summary>
    public string? Title { get; init; }

    /// <summary>What makes it run.</summary>
    public required ValueList<Trigger> Triggers { get; init; }

    /// <summary>What it does.</summary>
    public required ValueList<Job> Jobs { get; init; }

    /// <summary>Variables of all jobs. Default: none.</summary>
    public ValueMap<string> Variables { get; init; }

    /// <summary>Whether a newer run for the same pull request ends an older one. Runs for branches and tags are never ended. Default: yes.</summary>
    public bool EndsOlderRuns { get; init; } = true;

    /// <summary>Anything else in the host's own words; it wins. Default: nothing.</summary>
    public HostExtra Extra { get; init; } = new();
}
