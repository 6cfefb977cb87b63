using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>A program that runs beside a job, from an image.</summary>
/// <param name="Name">By which a job on GitLab reaches it; a job on GitHub's machine reaches it on <c>localhost</c>, by its ports.</param>
/// <param name="Image">With a digest, unless the pipeline may float.</param>
public sealed record ServiceContainer(string Name, ImageReference Image)
{
    /// <summary>KILN5001 where it can be no name.</summary>
    public string Name { get; init; } = JobGrammar.Job(Name);

    /// <summary>Its variables. Default: none.</summary>
    public ValueMap<string> Variables { get; init; }

    /// <summary>Ports that it opens. Default: none.</summary>
    public ValueList<int> Ports { get; init; }
}
