using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>A program that runs beside a job, from an image.</summary>
/// <param name="Name">By which a job on GitLab reaches it; a job on GitHub's machine reaches it on <c>localhost</c>, by its ports.</param>
/// <param name="Image">With a digest, unless it may float; KILN5005 else.</param>
public sealed record ServiceContainer(string Name, ImageReference Image)
{
    /// <summary>KILN5001 where it can be no name.</summary>
    public string Name { get; init; } = JobGrammar.Job(Name);

    /// <summary>Its variables; KILN5001 for a name that is none. Default: none.</summary>
    public ValueMap<string> Variables { get; init => field = JobGrammar.Variables(value, "a service's variable"); }

    /// <summary>Ports that it opens. GitLab: all that its image opens, whatever is said. Default: none.</summary>
    public ValueList<int> Ports { get; init; }

    /// <summary>Anything else in the host's own words, for example <c>["options"] = "--health-cmd pg_isready"</c> for GitHub; it wins. Default: nothing.</summary>
    public HostExtra Extra { get; init; } = new();

    /// <summary>Whether its image may go without a digest. Default: no.</summary>
    public bool MayFloat { get; init; }
}
